// Makes larger deliveries from the shipped ones: every file with its records COPIES times.
//
//   scale EXPORTS TARGET COPIES DATASET...
//
// Keys (two letters, nine digits) and person numbers (P, eight digits) differ from copy to copy, and
// the same person has the same number in all datasets of one copy. Person numbers lie scattered
// over all eight digits, as hashed identifiers do. Everything else stays as it is, so that counts
// of records and of persons are those of the shipped deliveries, COPIES times.
#include <dirent.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { path_length = 4096, person_count = 100000000 };

static uint32_t *ranks;  // of each person number, in order of first sight, from 1
static uint32_t rank_count;

static void fail(const char *what, const char *name) {
  fprintf(stderr, "scale: %s %s\n", what, name);
  exit(1);
}

static char *read_file(const char *path, size_t *length) {
  FILE *file = fopen(path, "rb");
  if (!file) fail("cannot open", path);
  fseek(file, 0, SEEK_END);
  *length = (size_t)ftell(file);
  rewind(file);
  char *bytes = malloc(*length + 1);
  if (!bytes || fread(bytes, 1, *length, file) != *length) fail("cannot read", path);
  bytes[*length] = 0;
  fclose(file);
  return bytes;
}

static uint32_t number(const char *digits, int count) {
  uint32_t value = 0;
  for (int i = 0; i < count; i++) value = value * 10 + (uint32_t)(digits[i] - '0');
  return value;
}

static void put_number(char *digits, int count, uint32_t value) {
  for (int i = count - 1; i >= 0; i--, value /= 10) digits[i] = (char)('0' + value % 10);
}

// The end of the record that begins here; line ends inside quotes do not end it.
static char *record_end(char *from, const char *end) {
  bool quoted = false;
  for (; from < end; from++) {
    if (*from == '"') quoted = !quoted;
    if (*from == '\n' && !quoted) return from + 1;
  }
  return from;
}

static bool is_person(const char *field, const char *end) {
  return end - field >= 9 && field[0] == 'P' && field[1] >= '0' && field[1] <= '9';
}

static void rank_persons(char *body, const char *end) {
  for (char *record = body; record < end; record = record_end(record, end)) {
    if (!is_person(record + 12, end)) continue;
    uint32_t person = number(record + 13, 8);
    if (ranks[person] == 0) ranks[person] = ++rank_count;
  }
}

// Sequences of a copy follow those of the copy before; 50 copies fill a year's seven digits.
static uint32_t shifted_key(uint32_t key, uint32_t copy) {
  return key + copy % 50 * 200000 + copy / 50 * 20000000;
}

static uint32_t shifted_person(uint32_t person, uint32_t copy) {
  uint64_t rank = (uint64_t)copy * rank_count + ranks[person] - 1;
  return (uint32_t)(rank % person_count * 37777777 % person_count);
}

static void write_copies(const char *path, char *bytes, size_t length, uint32_t copies) {
  FILE *file = fopen(path, "wb");
  if (!file) fail("cannot write", path);
  char *end = bytes + length;
  char *body = record_end(bytes, end);
  fwrite(bytes, 1, (size_t)(body - bytes), file);
  char *changed = malloc((size_t)(end - body) + 1);
  for (uint32_t copy = 0; copy < copies; copy++) {
    memcpy(changed, body, (size_t)(end - body));
    for (char *record = body; record < end; record = record_end(record, end)) {
      char *target = changed + (record - body);
      put_number(target + 2, 9, shifted_key(number(record + 2, 9), copy));
      if (is_person(record + 12, end))
        put_number(target + 13, 8, shifted_person(number(record + 13, 8), copy));
    }
    if (fwrite(changed, 1, (size_t)(end - body), file) != (size_t)(end - body))
      fail("cannot write", path);
  }
  free(changed);
  if (fclose(file) != 0) fail("cannot write", path);
}

typedef void visitor(const char *source, const char *target, uint32_t copies);

static void rank_file(const char *source, const char *target, uint32_t copies) {
  (void)target, (void)copies;
  size_t length;
  char *bytes = read_file(source, &length);
  rank_persons(record_end(bytes, bytes + length), bytes + length);
  free(bytes);
}

static void copy_file(const char *source, const char *target, uint32_t copies) {
  size_t length;
  char *bytes = read_file(source, &length);
  write_copies(target, bytes, length, copies);
  free(bytes);
}

// The names in a folder in order, so that numbers do not depend on the file system.
static void visit(const char *source, const char *target, int depth, uint32_t copies,
                  visitor *each) {
  struct dirent **entries;
  int count = scandir(source, &entries, NULL, alphasort);
  if (count < 0) fail("cannot list", source);
  mkdir(target, 0777);
  for (int i = 0; i < count; i++) {
    if (entries[i]->d_name[0] != '.') {
      char from[path_length], to[path_length];
      snprintf(from, sizeof from, "%s/%s", source, entries[i]->d_name);
      snprintf(to, sizeof to, "%s/%s", target, entries[i]->d_name);
      if (depth == 0)
        each(from, to, copies);
      else
        visit(from, to, depth - 1, copies, each);
    }
    free(entries[i]);
  }
  free(entries);
}

int main(int count, char **arguments) {
  if (count < 5) fail("use:", "scale EXPORTS TARGET COPIES DATASET...");
  uint32_t copies = (uint32_t)atoi(arguments[3]);
  ranks = calloc(person_count, sizeof *ranks);
  if (!ranks || copies == 0) fail("cannot make copies:", arguments[3]);
  mkdir(arguments[2], 0777);
  visitor *passes[] = {rank_file, copy_file};
  for (int pass = 0; pass < 2; pass++) {
    for (int i = 4; i < count; i++) {
      char from[path_length], to[path_length];
      snprintf(from, sizeof from, "%s/%s", arguments[1], arguments[i]);
      snprintf(to, sizeof to, "%s/%s", arguments[2], arguments[i]);
      visit(from, to, 1, copies, passes[pass]);
    }
  }
  return 0;
}
