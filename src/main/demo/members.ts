/** Invented people for the demo records; any likeness is chance. In the order of the paper list. */
type DemoMember = [fullName: string, role: 'secretary' | 'deputy' | 'standing' | 'member', title: string];

export const demoMembers: readonly DemoMember[] = [
  ['Đinh Văn Trường', 'secretary', 'Bí thư Đảng ủy'],
  ['Phạm Thị Hồng Ân', 'deputy', 'Phó Bí thư Thường trực Đảng ủy'],
  ['Đinh Văn Rếp', 'deputy', 'Phó Bí thư Đảng ủy, Chủ tịch UBND xã'],
  ['Đinh Thị Tuyết', 'standing', 'Ủy viên Ban Thường vụ, Chủ tịch HĐND xã'],
  ['Nguyễn Hữu Phước', 'standing', 'Ủy viên Ban Thường vụ, Chủ nhiệm UBKT Đảng ủy'],
  ['Đinh Văn Ót', 'member', 'Đảng ủy viên, Chủ tịch UBMTTQVN xã'],
  ['Đinh Văn Nghĩa', 'member', 'Đảng ủy viên, Chỉ huy trưởng Ban CHQS xã'],
  ['Lê Thị Kim Chi', 'member', 'Đảng ủy viên, Phó Chủ tịch UBND xã'],
  ['Đinh Văn Sưu', 'member', 'Đảng ủy viên, Trưởng Công an xã'],
  ['Đinh Thị Bích Nga', 'member', 'Đảng ủy viên, Chủ tịch Hội LHPN xã'],
  ['Trần Quang Đức', 'member', 'Đảng ủy viên, Bí thư Đoàn xã'],
  ['Đinh Văn Lập', 'member', 'Đảng ủy viên, Chủ tịch Hội Nông dân xã'],
  ['Đinh Văn Khiết', 'member', 'Đảng ủy viên, Bí thư Chi bộ thôn Nước Vương'],
  ['Võ Thành Long', 'member', 'Đảng ủy viên, Hiệu trưởng Trường THCS xã'],
  ['Đinh Thị Yến', 'member', 'Đảng ủy viên, Văn phòng Đảng ủy'],
];

/** Away with a reason, by name. */
export const demoExcused: Readonly<Record<string, string>> = {
  'Đinh Văn Nghĩa': 'dự tập huấn quốc phòng của huyện',
  'Võ Thành Long': 'nghỉ ốm',
};

export const demoNewMembers: readonly DemoMember[] = [
  ['Nguyễn Tấn Hòa', 'secretary', 'Bí thư Đảng ủy'],
  ['Đinh Thị Hạnh', 'deputy', 'Phó Bí thư Thường trực Đảng ủy'],
  ['Đinh Văn Trường', 'deputy', 'Phó Bí thư Đảng ủy, Chủ tịch UBND xã'],
];
