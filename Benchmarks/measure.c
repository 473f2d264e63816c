// Measures one process: seconds on the wall, seconds of processor, peak memory in KiB on descriptor 3.
//
//   measure COMMAND [ARGUMENT...]
//
// A child's peak is at least that of the process that made it, because memory is inherited until the
// program is loaded; this one has next to none.
#define _GNU_SOURCE
#include <spawn.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static double total(struct timeval a, struct timeval b) {
  return (double)(a.tv_sec + b.tv_sec) + (double)(a.tv_usec + b.tv_usec) * 1e-6;
}

int main(int count, char **arguments) {
  if (count < 2) return 2;
  double start = seconds();
  pid_t child;
  if (posix_spawn(&child, arguments[1], NULL, NULL, arguments + 1, environ) != 0) return 2;
  int status;
  struct rusage usage;
  if (wait4(child, &status, 0, &usage) != child) return 2;
  double wall = seconds() - start;
  dprintf(3, "%.6f %.6f %ld\n", wall, total(usage.ru_utime, usage.ru_stime), usage.ru_maxrss);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 3;
}
