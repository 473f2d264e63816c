// Holds the tables of identifiers against plain arrays, on random keys, sets, sizes and two threads.
//
// A set's number is the mask of its groups. `make fuzz` builds it with the address and
// undefined-behaviour sanitizers.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include "identifier_groups.h"

enum { most_keys = 1 << 20, adds = 200000 };

static uint32_t sets[2][most_keys];

typedef struct {
  identifier_groups *groups;
  uint64_t state;
  uint32_t key_bits, group_count, number;
} job;

static uint64_t next(job *job) {
  job->state = job->state * 6364136223846793005u + 1442695040888963407u;
  return job->state >> 33;
}

static uint64_t unite(void *context, uint32_t set, uint32_t added) {
  (void)context;
  return set | added;
}

static void repeated(void *context, uint64_t key, uint32_t marks) {
  (void)context, (void)key, (void)marks;
}

static void *work(void *argument) {
  job *job = argument;
  identifier_writer *writer =
      identifier_writer_make(job->groups, (identifier_questions){job, unite, repeated}, false);
  uint64_t limit = (uint64_t)1 << job->key_bits;
  for (int i = 0; i < adds; i++) {
    uint64_t key = next(job) % (next(job) % 2 ? limit : limit / 16 + 1);
    uint32_t set = (uint32_t)1 << next(job) % job->group_count;
    identifier_writer_add_one(writer, key, set);
    sets[job->number][key] |= set;
  }
  identifier_writer_flush(writer);
  identifier_writer_free(writer);
  return NULL;
}

static int differs(identifier_groups *groups, uint32_t key_bits) {
  size_t expected = 0, found = 0;
  for (size_t key = 0; key < (size_t)1 << key_bits; key++)
    expected += (sets[0][key] | sets[1][key]) != 0;
  for (uint32_t part = 0; part < identifier_groups_part_count(groups); part++) {
    size_t count = identifier_groups_count(groups, part);
    uint64_t *keys = malloc(count * sizeof *keys + 1);
    uint32_t *numbers = malloc(count * sizeof *numbers + 1);
    identifier_groups_read(groups, part, keys, numbers);
    for (size_t i = 0; i < count; i++)
      if (numbers[i] != (sets[0][keys[i]] | sets[1][keys[i]])) return 1;
    found += count;
    free(keys);
    free(numbers);
  }
  return found != expected;
}

int main(void) {
  for (uint32_t round = 0; round < 40; round++) {
    uint32_t key_bits = 1 + round % 20, part_bits = round % 9;
    if (part_bits >= key_bits) part_bits = key_bits - 1;
    for (size_t key = 0; key < most_keys; key++) sets[0][key] = sets[1][key] = 0;
    identifier_groups *groups = identifier_groups_make(key_bits, part_bits, round % 3 * 30000);
    job first = {groups, round + 1, key_bits, 1 + round % 23, 0}, second = first;
    second.state += 1000;
    second.number = 1;
    pthread_t thread;
    if (pthread_create(&thread, NULL, work, &second) != 0) return 2;
    work(&first);
    pthread_join(thread, NULL);
    if (differs(groups, key_bits)) {
      printf("identifier tables: round %u differs\n", round);
      return 1;
    }
    identifier_groups_free(groups);
  }
  printf("identifier tables: 40 rounds as plain arrays\n");
  return 0;
}
