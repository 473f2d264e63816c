// The floor: the benchmark's nine figures by hand, for this one job, without any check.
//
//   floor scan|compute THREADS FILE...
//
// `scan` counts delimiters and line ends. `compute` prints the cells of the nine figures as
// `figure,row,column,value`. It knows the order and form of every column, tells codes by a letter or
// two, and trusts every field. Persons are counted in two passes: while reading, each
// record leaves its person and a bit for its group in one of 256 parts by a hash of the person; then
// each part is counted in a table that fits the cache.
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { window = 1 << 18, areas = 8, groups = 4, types = 3, names = 1024, parts = 256 };
enum dataset { instroom, aanmeldingen, contracten, gesprekken, helpdeskvragen, datasets };

static const char *const dataset_names[] = {"instroom", "aanmeldingen", "contracten", "gesprekken",
                                            "helpdeskvragen"};
static const char *const area_names[] = {"Provincie Antwerpen", "Brussel",        "Limburg",
                                         "Oost-Vlaanderen",     "Vlaams-Brabant", "West-Vlaanderen",
                                         "Stad Antwerpen",      "Stad Gent"};
static const char *const group_names[] = {"Rechthebbend", "Verplicht", "Nader te bepalen",
                                          "Geen doelgroep"};
static const char *const type_names[] = {"NT2-gesprek", "Niveautest", "Wooncodegesprek"};

// What a record leaves: 32 bits of person, 8 of the bit of its group, 16 of nationality and year.
typedef struct {
  uint64_t *entries;
  size_t count, room;
} part;

typedef struct {
  uint64_t delimiters, lines;
  uint64_t records[areas][groups], first[areas][2], running[areas][groups], themes[64][2];
  part left[4][parts];
  uint64_t persons[4][64], nationalities[names][2], cohort[areas][2];
} tally;

// Names that are not known beforehand, numbered as they come.
typedef struct {
  char text[names][64];
  size_t length[names];
  atomic_int count;
  pthread_mutex_t lock;
} name_list;

static char **paths;
static int path_count, thread_count;
static atomic_int next_path, next_part;
static bool computes;
static tally *tallies[64];
static name_list nationality_names = {.lock = PTHREAD_MUTEX_INITIALIZER};
static name_list theme_names = {.lock = PTHREAD_MUTEX_INITIALIZER};

static int find_name(name_list *list, const char *text, size_t length, int count) {
  for (int i = 0; i < count; i++)
    if (list->length[i] == length && memcmp(list->text[i], text, length) == 0) return i;
  return -1;
}

static int name_number(name_list *list, const char *text, size_t length) {
  int known = find_name(list, text, length, list->count);
  if (known >= 0) return known;
  pthread_mutex_lock(&list->lock);
  int number = find_name(list, text, length, list->count);
  if (number < 0) {
    number = list->count;
    if (number == names || length > 63) exit(1);
    memcpy(list->text[number], text, length);
    list->length[number] = length;
    list->count = number + 1;
  }
  pthread_mutex_unlock(&list->lock);
  return number;
}

static int nationality_number(const char *text, size_t length) {
  static _Thread_local struct {
    uint64_t head;
    size_t length;
    int number;
  } seen[1024];
  uint64_t head = 0, tail = 0;
  memcpy(&head, text, length < 8 ? length : 8);
  if (length > 8) memcpy(&tail, text + length - 8, 8);
  head ^= tail * 31;
  size_t slot = ((head ^ length) * 0x9E3779B97F4A7C15u) >> 54;
  if (seen[slot].head != head || seen[slot].length != length) {
    seen[slot].number = name_number(&nationality_names, text, length);
    seen[slot].head = head;
    seen[slot].length = length;
  }
  return seen[slot].number;
}

static uint32_t eight_digits(const char *digits) {
  uint64_t word;
  memcpy(&word, digits, 8);
  word = (word & 0x0F0F0F0F0F0F0F0F) * 2561 >> 8;
  word = (word & 0x00FF00FF00FF00FF) * 6553601 >> 16;
  return (uint32_t)((word & 0x0000FFFF0000FFFF) * 42949672960001 >> 32);
}

static int area(const char *text) {
  switch (text[0]) {
    case 'P': return 0;
    case 'B': return 1;
    case 'L': return 2;
    case 'O': return 3;
    case 'V': return 4;
    case 'W': return 5;
    default: return text[5] == 'A' ? 6 : 7;
  }
}

static int group(const char *text) {
  return text[0] == 'R' ? 0 : text[0] == 'V' ? 1 : text[0] == 'N' ? 2 : 3;
}

static const char *next_field(const char *field) {
  while (*field != ';') field++;
  return field + 1;
}

// A number that puts persons in order of a hash; the part is its highest byte.
static uint32_t scatter(uint32_t person) { return person * 2654435769u; }

static void leave(tally *tally, enum dataset dataset, uint32_t person, uint64_t bit,
                  uint64_t nationality) {
  uint32_t scattered = scatter(person);
  part *part = &tally->left[dataset][scattered >> 24];
  if (part->count == part->room) {
    part->room = part->room ? part->room * 2 : 1024;
    part->entries = realloc(part->entries, part->room * sizeof *part->entries);
    if (!part->entries) exit(1);
  }
  part->entries[part->count++] = (uint64_t)scattered << 32 | bit << 16 | nationality;
}

// Each begins with a key of 11 bytes, a person of 9 and a date of 10.
static void take_record(const char *record, enum dataset dataset, tally *tally) {
  uint32_t person = eight_digits(record + 13);
  int year = record[25] - '8';
  const char *field = record + 33;
  if (dataset == contracten) {
    const char *until = field;
    field = next_field(field);
    int place = area(field);
    field = next_field(field);
    bool is_running = until[0] == ';' || memcmp(until, "2019-12-31", 10) > 0;
    if (is_running) tally->running[place][group(field)]++;
    if (next_field(field)[0] == 'j') leave(tally, dataset, person, (uint64_t)year, 0);
    return;
  }
  int place = area(field);
  field = next_field(field);
  if (dataset == instroom) {
    field = next_field(field);
    if (year == 1) tally->records[place][group(field)]++;
    const char *nationality = next_field(field);
    size_t length = (size_t)(next_field(nationality) - 1 - nationality);
    uint64_t number = (uint64_t)nationality_number(nationality, length);
    leave(tally, dataset, person, (uint64_t)(place * 2 + year), number * 2 + (uint64_t)year + 1);
  } else if (dataset == aanmeldingen) {
    if (next_field(field)[0] == 'j') tally->first[place][year]++;
    if (year == 1) leave(tally, dataset, person, (uint64_t)(place * groups + group(field)), 0);
  } else if (year == 1) {
    int type = field[0] == 'W' ? 2 : field[1] == 'T' ? 0 : 1;
    leave(tally, dataset, person, (uint64_t)(place * types + type), 0);
  }
}

static void take_records(const char *bytes, const char *end, enum dataset dataset, tally *tally) {
  while (bytes < end) {
    take_record(bytes, dataset, tally);
    bytes = (const char *)memchr(bytes, '\n', (size_t)(end - bytes)) + 1;
  }
}

static void take_question(const char *record, tally *tally) {
  int year = record[21] - '8';
  const char *field = record + 23;
  for (int i = 0; i < 4; i++) field = next_field(field);
  while (*field != ';') {
    const char *end = field;
    while (*end != ';' && *end != '|') end++;
    tally->themes[name_number(&theme_names, field, (size_t)(end - field))][year]++;
    field = *end == '|' ? end + 1 : end;
  }
}

// The last field of a question may be quoted and hold line ends.
static void take_questions(const char *bytes, const char *end, tally *tally) {
  while (bytes < end) {
    take_question(bytes, tally);
    bool quoted = false;
    for (; quoted || *bytes != '\n'; bytes++) quoted ^= *bytes == '"';
    bytes++;
  }
}

static void count_bytes(const char *bytes, size_t length, tally *tally) {
  uint64_t delimiters = 0, line_ends = 0;
  for (size_t i = 0; i < length; i++) {
    delimiters += bytes[i] == ';';
    line_ends += bytes[i] == '\n';
  }
  tally->delimiters += delimiters;
  tally->lines += line_ends;
}

static enum dataset dataset_of(const char *path) {
  for (int i = 0; i < datasets; i++)
    if (strstr(path, dataset_names[i])) return (enum dataset)i;
  exit(1);
}

static void read_questions(int file, tally *tally) {
  struct stat status;
  fstat(file, &status);
  char *bytes = malloc((size_t)status.st_size);
  ssize_t length = read(file, bytes, (size_t)status.st_size);
  if (length != status.st_size) exit(1);
  take_questions((const char *)memchr(bytes, '\n', (size_t)length) + 1, bytes + length, tally);
  free(bytes);
}

static void read_file(const char *path, char *buffer, tally *tally) {
  enum dataset dataset = dataset_of(path);
  int file = open(path, O_RDONLY);
  if (file < 0) exit(1);
  size_t kept = 0;
  bool at_header = true;
  if (computes && dataset == helpdeskvragen) {
    read_questions(file, tally);
    close(file);
    return;
  }
  for (ssize_t got; (got = read(file, buffer + kept, window)) > 0;) {
    size_t filled = kept + (size_t)got;
    if (!computes) {
      count_bytes(buffer, filled, tally);
      continue;
    }
    size_t start = at_header ? (size_t)((char *)memchr(buffer, '\n', filled) - buffer) + 1 : 0;
    at_header = false;
    size_t end = filled;
    while (end > 0 && buffer[end - 1] != '\n') end--;
    take_records(buffer + start, buffer + end, dataset, tally);
    kept = filled - end;
    memmove(buffer, buffer + end, kept);
  }
  close(file);
}

// The persons of one part: a number, a bit for each group, and of instroom the nationality and year.
typedef struct {
  uint32_t person, nationality;
  uint64_t groups;
} person_slot;

typedef struct {
  person_slot *slots;
  size_t mask;
} person_table;

static person_slot *find_person(person_table *table, uint32_t scattered) {
  size_t slot = (scattered >> 4) & table->mask;
  while (table->slots[slot].groups != 0 && table->slots[slot].person != scattered)
    slot = (slot + 1) & table->mask;
  return &table->slots[slot];
}

static void count_pair(tally *tally, uint64_t nationality) {
  tally->nationalities[(nationality - 1) / 2][(nationality - 1) & 1]++;
}

// Pairs of a person and another nationality or year than the first; few, so that a list will do.
typedef struct {
  uint64_t *pairs;
  size_t count, room;
} pair_list;

static void add_pair(pair_list *list, uint64_t pair) {
  for (size_t i = 0; i < list->count; i++)
    if (list->pairs[i] == pair) return;
  if (list->count == list->room) {
    list->room = list->room ? list->room * 2 : 64;
    list->pairs = realloc(list->pairs, list->room * sizeof *list->pairs);
    if (!list->pairs) exit(1);
  }
  list->pairs[list->count++] = pair;
}

static void fill_table(person_table *table, int dataset, int number, tally *tally) {
  size_t entries = 0, size = 1024;
  for (int i = 0; i < thread_count; i++) entries += tallies[i]->left[dataset][number].count;
  while (size < entries * 3 / 2) size *= 2;
  table->slots = calloc(size, sizeof *table->slots);
  table->mask = size - 1;
  if (!table->slots) exit(1);
  pair_list others = {NULL, 0, 0};
  for (int i = 0; i < thread_count; i++) {
    part *part = &tallies[i]->left[dataset][number];
    for (size_t j = 0; j < part->count; j++) {
      uint64_t entry = part->entries[j];
      uint32_t nationality = entry & 0xFFFF;
      person_slot *slot = find_person(table, (uint32_t)(entry >> 32));
      if (slot->groups == 0) {
        slot->person = (uint32_t)(entry >> 32);
        slot->nationality = nationality;
        if (nationality) count_pair(tally, nationality);
      } else if (slot->nationality != nationality) {
        add_pair(&others, (entry >> 32) << 16 | nationality);
      }
      slot->groups |= (uint64_t)1 << ((entry >> 16) & 63);
    }
    free(part->entries);
  }
  for (size_t i = 0; i < others.count; i++) count_pair(tally, others.pairs[i] & 0xFFFF);
  free(others.pairs);
}

static void count_persons(const person_table *table, int dataset, tally *tally) {
  for (size_t i = 0; i <= table->mask; i++)
    for (uint64_t bits = table->slots[i].groups; bits; bits &= bits - 1)
      tally->persons[dataset][__builtin_ctzll(bits)]++;
}

static void count_cohort(const person_table *own, person_table *other, tally *tally) {
  for (size_t i = 0; i <= own->mask; i++) {
    if (own->slots[i].groups == 0) continue;
    uint64_t years = find_person(other, own->slots[i].person)->groups;
    for (uint64_t bits = years ? own->slots[i].groups : 0; bits; bits &= bits - 1) {
      int bit = __builtin_ctzll(bits);
      if (years >> (bit & 1) & 1) tally->cohort[bit / 2][bit & 1]++;
    }
  }
}

static void take_part(int number, tally *tally) {
  person_table tables[4];
  for (int dataset = 0; dataset < 4; dataset++) {
    fill_table(&tables[dataset], dataset, number, tally);
    count_persons(&tables[dataset], dataset, tally);
  }
  count_cohort(&tables[instroom], &tables[contracten], tally);
  for (int dataset = 0; dataset < 4; dataset++) free(tables[dataset].slots);
}

static void *read_files(void *argument) {
  tally *tally = argument;
  char *buffer = malloc(2 * window);
  for (int i; (i = atomic_fetch_add(&next_path, 1)) < path_count;)
    read_file(paths[i], buffer, tally);
  free(buffer);
  return NULL;
}

static void *take_parts(void *argument) {
  for (int i; (i = atomic_fetch_add(&next_part, 1)) < parts;) take_part(i, argument);
  return NULL;
}

static void on_all_threads(void *(*work)(void *)) {
  pthread_t others[64];
  for (int i = 1; i < thread_count; i++) pthread_create(&others[i], NULL, work, tallies[i]);
  work(tallies[0]);
  for (int i = 1; i < thread_count; i++) pthread_join(others[i], NULL);
}

static void print_cell(const char *figure, const char *row, const char *column, uint64_t value) {
  if (value > 0) printf("%s,%s,%s,%llu\n", figure, row, column, (unsigned long long)value);
}

#define SUM(FIELD)                                                          \
  ({                                                                        \
    uint64_t sum = 0;                                                       \
    for (int each = 0; each < thread_count; each++) sum += tallies[each]->FIELD; \
    sum;                                                                    \
  })

static const char *const years[] = {"2018", "2019"};

static void print_by_area(int place) {
  const char *name = area_names[place];
  for (int i = 0; i < groups; i++) {
    print_cell("1", name, group_names[i], SUM(records[place][i]));
    print_cell("5", name, group_names[i], SUM(persons[aanmeldingen][place * groups + i]));
    print_cell("7", name, group_names[i], SUM(running[place][i]));
  }
  for (int i = 0; i < 2; i++) {
    print_cell("2", name, years[i], SUM(persons[instroom][place * 2 + i]));
    print_cell("4", name, years[i], SUM(first[place][i]));
    print_cell("6", name, years[i], SUM(cohort[place][i]));
  }
  for (int i = 0; i < types; i++)
    print_cell("8", name, type_names[i], SUM(persons[gesprekken][place * types + i]));
}

int main(int count, char **arguments) {
  if (count < 4) return 2;
  computes = strcmp(arguments[1], "compute") == 0;
  thread_count = atoi(arguments[2]);
  paths = arguments + 3;
  path_count = count - 3;
  if (thread_count < 1 || thread_count > 64) return 2;
  for (int i = 0; i < thread_count; i++) tallies[i] = calloc(1, sizeof *tallies[i]);
  on_all_threads(read_files);
  if (!computes) {
    printf("%llu delimiters, %llu lines\n", (unsigned long long)SUM(delimiters),
           (unsigned long long)SUM(lines));
    return 0;
  }
  on_all_threads(take_parts);
  for (int place = 0; place < areas; place++) print_by_area(place);
  for (int i = 0; i < nationality_names.count; i++)
    for (int year = 0; year < 2; year++)
      print_cell("3", nationality_names.text[i], years[year], SUM(nationalities[i][year]));
  for (int i = 0; i < theme_names.count; i++)
    for (int year = 0; year < 2; year++)
      print_cell("9", theme_names.text[i], years[year], SUM(themes[i][year]));
  return 0;
}
