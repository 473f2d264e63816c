// Other surroundings for a program, for tests: loaded before the C library, this shifts the clock by
// KERNCIJFERS_CLOCK seconds and, with KERNCIJFERS_REVERSED set, lists folders in reverse order. Files
// whose path ends in KERNCIJFERS_BROKEN_FILE cannot be read from byte KERNCIJFERS_BROKEN_BYTE on.
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static long shift(void) {
  const char *text = getenv("KERNCIJFERS_CLOCK");
  return text ? atol(text) : 0;
}

int clock_gettime(clockid_t clock, struct timespec *now) {
  int (*real)(clockid_t, struct timespec *) = dlsym(RTLD_NEXT, "clock_gettime");
  int result = real(clock, now);
  if (result == 0 && clock == CLOCK_REALTIME) now->tv_sec += shift();
  return result;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
  struct timespec precise;
  (void)zone;
  if (clock_gettime(CLOCK_REALTIME, &precise) != 0) return -1;
  now->tv_sec = precise.tv_sec;
  now->tv_usec = precise.tv_nsec / 1000;
  return 0;
}

time_t time(time_t *result) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (result) *result = now.tv_sec;
  return now.tv_sec;
}

// One folder is listed at a time in each thread; its entries are kept until the next is opened.
static __thread DIR *listed;
static __thread struct dirent *entries;
static __thread size_t rest;

static struct dirent *next(DIR *folder, struct dirent *(*real)(DIR *)) {
  if (!getenv("KERNCIJFERS_REVERSED")) return real(folder);
  if (folder != listed) {
    struct dirent *entry;
    size_t room = 0;
    free(entries);
    entries = NULL;
    rest = 0;
    listed = folder;
    while ((entry = real(folder)) != NULL) {
      if (rest == room) entries = realloc(entries, (room += 64) * sizeof *entries);
      entries[rest++] = *entry;
    }
  }
  return rest ? &entries[--rest] : NULL;
}

struct dirent *readdir(DIR *folder) {
  return next(folder, (struct dirent * (*)(DIR *)) dlsym(RTLD_NEXT, "readdir"));
}

struct dirent64 *readdir64(DIR *folder) {
  return (struct dirent64 *)next(
      folder, (struct dirent * (*)(DIR *)) dlsym(RTLD_NEXT, "readdir64"));
}

int closedir(DIR *folder) {
  int (*real)(DIR *) = dlsym(RTLD_NEXT, "closedir");
  if (folder == listed) listed = NULL;
  return real(folder);
}

static int is_broken(int descriptor) {
  const char *name = getenv("KERNCIJFERS_BROKEN_FILE");
  char link[64], path[4096];
  if (!name) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path);
  ssize_t tail = (ssize_t)strlen(name);
  return length >= tail && memcmp(path + length - tail, name, (size_t)tail) == 0;
}

ssize_t pread64(int descriptor, void *buffer, size_t count, off64_t offset) {
  ssize_t (*real)(int, void *, size_t, off64_t) = dlsym(RTLD_NEXT, "pread64");
  if (is_broken(descriptor)) {
    const char *text = getenv("KERNCIJFERS_BROKEN_BYTE");
    off64_t broken = text ? atoll(text) : 0;
    if (offset >= broken) {
      errno = EIO;
      return -1;
    }
    // As a disk does: what comes before is given, and the next call fails.
    if (count > (size_t)(broken - offset)) count = (size_t)(broken - offset);
  }
  return real(descriptor, buffer, count, offset);
}

ssize_t pread(int descriptor, void *buffer, size_t count, off_t offset) {
  return pread64(descriptor, buffer, count, offset);
}
