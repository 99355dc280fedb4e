import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  detectLegacy,
  fromLegacy,
  type LegacyFont,
  legacyFontNamed,
  legacyOdds,
} from '#shared/text/legacy-fonts.ts';
import { tcvn3Table, vniTable } from '#shared/text/legacy-tables.ts';
import { isSyllable } from '#shared/text/syllables.ts';

const small = 'àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ';

const sentences = [
  'Đảng ủy xã đã lãnh đạo thực hiện thắng lợi các chỉ tiêu kinh tế - xã hội, quốc phòng, an ninh năm 2021.',
  'Sản xuất nông - lâm nghiệp gặp nhiều khó khăn, sản lượng lương thực có hạt đạt thấp, dịch bệnh diễn biến phức tạp.',
  'Ủy ban nhân dân xã phối hợp với Mặt trận Tổ quốc và các đoàn thể vận động nhân dân tham gia.',
  'Hội nghị thống nhất với báo cáo do đồng chí Phó Bí thư Thường trực trình bày; đề nghị các chi bộ tiếp thu ý kiến.',
  'Công tác kiểm tra, giám sát trong Đảng chưa được quan tâm đúng mức, chất lượng sinh hoạt chi bộ còn hạn chế.',
  'Tỷ lệ hộ nghèo giảm còn 12,5 %, thu nhập bình quân đầu người đạt 28 triệu đồng (vượt kế hoạch huyện giao).',
  'Diện tích cây mì 160 ha, năng suất bình quân cây lúa nước 43,7 tạ/ha, sản lượng cây ngô 344 tấn.',
  'Các đồng chí Đảng ủy viên được phân công phụ trách địa bàn chịu trách nhiệm đôn đốc, kiểm tra việc thực hiện.',
  'Căn cứ Điều lệ Đảng; căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ khoá XIII, nhiệm kỳ hai nghìn không trăm hai mươi.',
  'Khuya hôm ấy, người dân quyết định rời khỏi nơi sạt lở, chuyển đến khu tái định cư mới ở thôn Đắk Long.',
];
const others = [
  'Réunion du comité: où est passé le procès-verbal de la séance précédente ? La fête a été très réussie, dû à l’été.',
  'Le thé est prêt, né à Hué, il a été hébergé à la forêt; ça coûte 5 € à côté du café « Chez Léa ».',
  'Für die Prüfung müssen größere Änderungen überprüft werden; schöne Grüße aus Österreich.',
  'El señor Muñoz comió más maíz, pero ¿qué pasó en la reunión de ayer?',
  'Temperature 25°C ± 2, area 10 × 5 m², § 5 © 2020, price £3 – ½ cup, 3·4.',
  'The quick brown fox jumps over the lazy dog; no marks at all, only plain ASCII words.',
  'Bao cao tinh hinh kinh te xa hoi cua xa, ban hanh theo quyet dinh so 5.',
];

/** The inverse of the tables; of the ways to write a letter the first one, which is the usual one. */
function encode(text: string, font: LegacyFont): string {
  const inverse = new Map<string, string>();
  for (const [sign, letter] of font === 'tcvn3' ? tcvn3Table : vniTable) {
    const isCapital = letter !== letter.toLowerCase();
    if (font === 'vni' && isCapital && sign !== sign.toUpperCase()) continue;
    if (!inverse.has(letter)) inverse.set(letter, sign);
  }
  return [...text]
    .map(
      (letter) =>
        inverse.get(letter) ?? (font === 'tcvn3' ? (inverse.get(letter.toLowerCase()) ?? letter) : letter),
    )
    .join('');
}
const survives = (text: string, font: LegacyFont) =>
  font === 'vni'
    ? text
    : [...text].map((letter) => (/[\w\sĂÂÊÔƠƯĐ]/u.test(letter) ? letter : letter.toLowerCase())).join('');
const fonts = fc.constantFrom<LegacyFont>('tcvn3', 'vni');
/** What an office writes: a few words up to a paragraph, from somewhere in a sentence. */
const passage = fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 3 }).chain((chosen) => {
  const words = chosen.join(' ').split(' ');
  return fc
    .tuple(fc.nat(words.length - 1), fc.integer({ min: 1, max: words.length }))
    .map(([from, count]) => words.slice(from, from + count).join(' '));
});
const letterCount = (text: string) => text.match(/\p{L}/gu)?.length ?? 0;

describe('the tables', () => {
  it('have every letter of Vietnamese', () => {
    expect([...small]).toHaveLength(67);
    for (const letter of small) {
      expect(fromLegacy(encode(letter, 'tcvn3'), 'tcvn3')).toMatchObject({ text: letter, unknown: [] });
      for (const one of [letter, letter.toUpperCase()]) {
        expect(fromLegacy(encode(one, 'vni'), 'vni')).toEqual({ text: one, unknown: [], capitals: [] });
      }
    }
    for (const letter of 'ĂÂÊÔƠƯĐ') expect(fromLegacy(encode(letter, 'tcvn3'), 'tcvn3').text).toBe(letter);
    expect(new Set(tcvn3Table.keys()).size).toBe(67 + 7 + 1);
  });

  it('read what is found on real papers', () => {
    expect(fromLegacy('Uû ban nh©n d©n', 'tcvn3').text).toBe('Uỷ ban nhân dân');
    expect(fromLegacy('M«n häc', 'tcvn3').text).toBe('Môn học');
    expect(fromLegacy('céng hoµ x· héi chñ nghÜa ViÖt Nam', 'tcvn3').text).toBe(
      'cộng hoà xã hội chủ nghĩa Việt Nam',
    );
    expect(fromLegacy('Ñaûng uûy xaõ, nghò quyeát', 'vni').text).toBe('Đảng ủy xã, nghị quyết');
    expect(fromLegacy('ÑAÛNG UÛY - Ñöôøng loái', 'vni').text).toBe('ĐẢNG ỦY - Đường lối');
  });
});

describe('the conversion', () => {
  it('gives back what was written, where the old font could write it', () => {
    fc.assert(
      fc.property(fonts, passage, (font, text) => {
        const { text: again, unknown } = fromLegacy(encode(text, font), font);
        expect(again).toBe(survives(text, font));
        expect(again).toBe(again.normalize('NFC'));
        expect(unknown).toEqual([]);
      }),
    );
  });

  it('names every sign that it does not know, and keeps it', () => {
    expect(fromLegacy('Uû ban Àà, Uû ban À', 'tcvn3')).toEqual({
      text: 'Uỷ ban Àà, Uỷ ban À',
      unknown: ['À', 'à'],
      capitals: [],
    });
    expect(fromLegacy('xaõ ÿ tù', 'vni')).toMatchObject({ text: 'xã ÿ tù', unknown: ['ÿ', 'ù'] });
    fc.assert(
      fc.property(fonts, fc.string({ unit: 'grapheme-composite' }), (font, text) => {
        const { text: again, unknown } = fromLegacy(text, font);
        for (const sign of unknown) expect(again).toContain(sign);
      }),
    );
  });

  it('names the capitals that come out small', () => {
    expect(fromLegacy('§¶NG ñY X· S¥N LI£N', 'tcvn3')).toEqual({
      text: 'ĐảNG ủY Xã SƠN LIÊN',
      unknown: [],
      capitals: ['ả', 'ủ', 'ã'],
    });
    expect(fromLegacy('Uû ban nh©n d©n x·, Bé ChÝnh trÞ, T©y H§ND', 'tcvn3').capitals).toEqual([]);
    expect(fromLegacy('ÑAÛNG UÛY', 'vni').capitals).toEqual([]);
  });
});

describe('the detection', () => {
  it('misses no passage of forty letters', () => {
    fc.assert(
      fc.property(
        fonts,
        passage.filter((text) => letterCount(text) >= 40),
        (font, text) => {
          expect(detectLegacy(encode(text, font)), encode(text, font)).toBe(font);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('never takes the Vietnamese of today for an old font', () => {
    fc.assert(
      fc.property(passage, (text) => {
        expect(detectLegacy(text), text).toBeNull();
        // … not even the words whose letters French has, too.
        const plain = text
          .split(' ')
          .filter((word) => !/[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]/u.test(word))
          .join(' ');
        expect(detectLegacy(plain), plain).toBeNull();
        expect(detectLegacy(plain.normalize('NFD')), plain).toBeNull();
      }),
      { numRuns: 2_000 },
    );
  });

  it('leaves other languages alone, whole and in pieces', () => {
    for (const text of others) {
      expect(detectLegacy(text), text).toBeNull();
      const words = text.split(' ');
      for (let from = 0; from < words.length; from++) {
        for (let to = from + 1; to <= words.length; to++) {
          const piece = words.slice(from, to).join(' ');
          expect(detectLegacy(piece), piece).toBeNull();
        }
      }
    }
  });

  it('knows short titles', () => {
    expect(detectLegacy('Uû ban nh©n d©n')).toBe('tcvn3');
    expect(detectLegacy('M«n häc')).toBe('tcvn3');
    expect(detectLegacy('§¶ng ñy x· S¬n Liªn')).toBe('tcvn3');
    expect(detectLegacy('Ñaûng uûy xaõ')).toBe('vni');
    expect(detectLegacy('')).toBeNull();
    expect(detectLegacy('cã')).toBeNull();
  });

  it('gives the benefit of the doubt to a piece with evidence', () => {
    expect(legacyOdds('cã', 'tcvn3')).toBe('likely');
    expect(legacyOdds('x·', 'tcvn3')).toBe('likely');
    expect(legacyOdds('®', 'tcvn3')).toBe('open');
    expect(legacyOdds('ban', 'tcvn3')).toBe('unlikely');
    expect(legacyOdds('xã hội', 'tcvn3')).toBe('unlikely');
    expect(legacyOdds('là và', 'tcvn3')).toBe('unlikely');
  });
});

describe('the names of fonts', () => {
  it('tell the old ones', () => {
    expect(legacyFontNamed('".VnTime"')).toEqual({ font: 'tcvn3', capitals: false });
    expect(legacyFontNamed('".VnTimeH", sans-serif')).toEqual({ font: 'tcvn3', capitals: true });
    expect(legacyFontNamed('.VnArial NarrowH')).toEqual({ font: 'tcvn3', capitals: true });
    expect(legacyFontNamed("'VNI-Times'")).toEqual({ font: 'vni', capitals: false });
    for (const name of ['Times New Roman', 'Vni', 'Verdana', '', 'UVN Ai Cap', 'VnTime']) {
      expect(legacyFontNamed(name), name).toBeNull();
    }
  });
});

describe('isSyllable', () => {
  it('takes every word of a Vietnamese text, and few of others', () => {
    const words = sentences.join(' ').match(/\p{L}+/gu) ?? [];
    expect(words.filter((word) => !isSyllable(word) && !/^(?:ha|XIII|Đắk)$/u.test(word))).toEqual([]);
    for (const word of [
      'quyết',
      'Giếng',
      'gì',
      'giữa',
      'nghiêng',
      'khuỷu',
      'ngoằn',
      'quẩy',
      'yến',
      'HUYỆN',
      'xoong',
    ])
      expect(isSyllable(word), word).toBe(true);
    for (const word of ['blé', 'fête', 'kả', 'nghò', 'tôt', 'oự', 'vọc3', 'thee', 'ộtộ', 'ccó'])
      expect(isSyllable(word), word).toBe(false);
  });
});
