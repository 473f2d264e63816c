#define _GNU_SOURCE
#include "file_exchange.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#if defined(__linux__)
#include <sys/syscall.h>

// From linux/fs.h, which not every C library brings along.
static const unsigned int exchange_flag = 2;

int file_exchange(const char *one, const char *other) {
  return (int)syscall(SYS_renameat2, AT_FDCWD, one, AT_FDCWD, other, exchange_flag);
}
#else
int file_exchange(const char *one, const char *other) {
  return renamex_np(one, other, RENAME_SWAP);
}
#endif
