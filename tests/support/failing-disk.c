/*
 * Preloaded into a process, it makes a folder fail as a dying disk does. The file FAIL_CONTROL says how: "w 5" fails what is
 * written there, "a 5" also what is read, with that errno; without the file all is well.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static int wanted(char *kind) {
  char text[16] = {0};
  const char *control = getenv("FAIL_CONTROL");
  long file = control ? syscall(SYS_openat, AT_FDCWD, control, O_RDONLY) : -1;
  if (file < 0) return 0;
  long length = syscall(SYS_read, file, text, sizeof text - 1);
  syscall(SYS_close, file);
  if (length < 3) return 0;
  *kind = text[0];
  return atoi(text + 2);
}

static int fails(int fd, char act) {
  char kind = 0, link[64], path[4096] = {0};
  const char *folder = getenv("FAIL_FOLDER");
  int code = wanted(&kind);
  if (!code || !folder || (act == 'r' && kind == 'w')) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  if (readlink(link, path, sizeof path - 1) < 0 || strncmp(path, folder, strlen(folder))) return 0;
  errno = code;
  return 1;
}

#define REAL(name) __typeof__(&name) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) {
  REAL(pwrite64);
  return fails(fd, 'w') ? -1 : real(fd, bytes, count, at);
}
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) {
  REAL(pwrite);
  return fails(fd, 'w') ? -1 : real(fd, bytes, count, at);
}
ssize_t write(int fd, const void *bytes, size_t count) {
  REAL(write);
  return fails(fd, 'w') ? -1 : real(fd, bytes, count);
}
ssize_t pread64(int fd, void *bytes, size_t count, off64_t at) {
  REAL(pread64);
  return fails(fd, 'r') ? -1 : real(fd, bytes, count, at);
}
ssize_t pread(int fd, void *bytes, size_t count, off_t at) {
  REAL(pread);
  return fails(fd, 'r') ? -1 : real(fd, bytes, count, at);
}
ssize_t read(int fd, void *bytes, size_t count) {
  REAL(read);
  return fails(fd, 'r') ? -1 : real(fd, bytes, count);
}
int fsync(int fd) {
  REAL(fsync);
  return fails(fd, 'w') ? -1 : real(fd);
}
int fdatasync(int fd) {
  REAL(fdatasync);
  return fails(fd, 'w') ? -1 : real(fd);
}
