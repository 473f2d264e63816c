#define _GNU_SOURCE
#include "end_signals.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

static int ends[2];
static void (*undo_work)(int number);

static void note(int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  while (write(ends[1], &byte, 1) < 0 && errno == EINTR) {
  }
  // The reader of our output has gone: what this thread would write next is for nobody.
  while (number == SIGPIPE) pause();
  errno = saved;
}

static void *watch(void *unused) {
  (void)unused;
  unsigned char number;
  ssize_t count;
  do {
    count = read(ends[0], &number, 1);
  } while (count < 0 && errno == EINTR);
  if (count == 1) undo_work(number);
  return NULL;
}

void end_signals_watch(void (*undo)(int number)) {
  static const int numbers[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE};
  pthread_t thread;
  undo_work = undo;
  // Without a pipe or a thread the signals do what they do by themselves.
  if (pipe(ends) != 0) return;
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  if (pthread_create(&thread, NULL, watch, NULL) != 0) return;
  pthread_detach(thread);
  for (unsigned index = 0; index < sizeof numbers / sizeof *numbers; index++) {
    struct sigaction before, action = {.sa_handler = note, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    if (sigaction(numbers[index], NULL, &before) != 0 || before.sa_handler == SIG_IGN) continue;
    sigaction(numbers[index], &action, NULL);
  }
}

void end_signals_raise(int number) {
  signal(number, SIG_DFL);
  kill(getpid(), number);
  // The signal is not blocked, so this is for a system that does otherwise.
  _exit(128 + number);
}
