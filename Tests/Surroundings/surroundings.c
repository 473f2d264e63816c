// Other surroundings for a program, for tests: loaded before the C library, this shifts the clock by
// KERNCIJFERS_CLOCK seconds and, with KERNCIJFERS_REVERSED set, lists folders in reverse order.
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>

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
