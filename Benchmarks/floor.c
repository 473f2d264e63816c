// The floor: the benchmark's work on the KBI files by hand, for this one job, without any check.
//
//   floor scan|compute THREADS FILE...     files of one dataset after another
//
// `scan` counts delimiters and line ends. `compute` also counts records and exact unique persons of each
// file, by a bit for each possible person number. It reads no dates, codes or themes and has no cohort
// or stock: it is less than the nine figures need, so ratios to it say too much against us. It trusts the order of columns and the form of every field.
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { person_count = 100000000, window = 1 << 18 };

typedef struct {
  uint64_t delimiters, records, persons;
} result;

static char **paths;
static int path_count;
static atomic_int next_path;
static bool computes;
static atomic_ullong total_delimiters, total_records, total_persons;

static uint32_t eight_digits(const char *digits) {
  uint64_t word;
  memcpy(&word, digits, 8);
  word = (word & 0x0F0F0F0F0F0F0F0F) * 2561 >> 8;
  word = (word & 0x00FF00FF00FF00FF) * 6553601 >> 16;
  return (uint32_t)((word & 0x0000FFFF0000FFFF) * 42949672960001 >> 32);
}

static void take_records(const char *bytes, const char *end, uint64_t *seen, result *result) {
  while (bytes < end) {
    const char *line_end = memchr(bytes, '\n', (size_t)(end - bytes));
    const char *person = bytes + 13;
    if (person + 8 < line_end && person[-1] == 'P') {
      uint32_t number = eight_digits(person);
      uint64_t bit = (uint64_t)1 << (number & 63);
      result->persons += (seen[number >> 6] & bit) == 0;
      seen[number >> 6] |= bit;
    }
    result->records++;
    bytes = line_end + 1;
  }
}

static void count_bytes(const char *bytes, size_t length, result *result) {
  uint64_t delimiters = 0, line_ends = 0;
  for (size_t i = 0; i < length; i++) {
    delimiters += bytes[i] == ';';
    line_ends += bytes[i] == '\n';
  }
  result->delimiters += delimiters;
  result->records += line_ends;
}

static void read_file(const char *path, char *buffer, uint64_t *seen, result *result) {
  int file = open(path, O_RDONLY);
  if (file < 0) exit(1);
  if (computes) memset(seen, 0, person_count / 8);
  size_t kept = 0;
  for (ssize_t got; (got = read(file, buffer + kept, window)) > 0;) {
    size_t filled = kept + (size_t)got;
    if (!computes) {
      count_bytes(buffer, filled, result);
      continue;
    }
    size_t end = filled;
    while (end > 0 && buffer[end - 1] != '\n') end--;
    take_records(buffer, buffer + end, seen, result);
    kept = filled - end;
    memmove(buffer, buffer + end, kept);
  }
  close(file);
}

static void *work(void *unused) {
  (void)unused;
  char *buffer = malloc(2 * window);
  uint64_t *seen = computes ? malloc(person_count / 8) : NULL;
  result result = {0, 0, 0};
  for (int i; (i = atomic_fetch_add(&next_path, 1)) < path_count;)
    read_file(paths[i], buffer, seen, &result);
  total_delimiters += result.delimiters;
  total_records += result.records;
  total_persons += result.persons;
  free(seen);
  free(buffer);
  return NULL;
}

int main(int count, char **arguments) {
  if (count < 4) return 2;
  computes = strcmp(arguments[1], "compute") == 0;
  int threads = atoi(arguments[2]);
  paths = arguments + 3;
  path_count = count - 3;
  pthread_t others[64];
  if (threads < 1 || threads > 64) return 2;
  for (int i = 1; i < threads; i++) pthread_create(&others[i], NULL, work, NULL);
  work(NULL);
  for (int i = 1; i < threads; i++) pthread_join(others[i], NULL);
  printf("%llu delimiters, %llu lines, %llu persons\n", total_delimiters, total_records,
         total_persons);
  return 0;
}
