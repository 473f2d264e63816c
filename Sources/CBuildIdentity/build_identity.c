#define _GNU_SOURCE
#include "build_identity.h"

#if defined(__linux__)
#include <elf.h>
#include <link.h>
#include <string.h>

typedef struct {
  unsigned char *bytes;
  size_t capacity;
  size_t count;
} answer;

static size_t padded(size_t size) { return (size + 3) & ~(size_t)3; }

// Looks through the notes of a segment for the build id.
static void look(const unsigned char *note, size_t size, answer *found) {
  while (size >= sizeof(ElfW(Nhdr))) {
    ElfW(Nhdr) head;
    memcpy(&head, note, sizeof head);
    size_t name = padded(head.n_namesz), content = padded(head.n_descsz);
    size_t whole = sizeof head + name + content;
    if (whole > size) return;
    if (head.n_type == NT_GNU_BUILD_ID && head.n_namesz == 4 &&
        memcmp(note + sizeof head, "GNU", 4) == 0) {
      found->count = head.n_descsz < found->capacity ? head.n_descsz : found->capacity;
      memcpy(found->bytes, note + sizeof head + name, found->count);
      return;
    }
    note += whole;
    size -= whole;
  }
}

// The first object is the program itself; the answer 1 keeps the libraries from being visited.
static int visit(struct dl_phdr_info *object, size_t size, void *context) {
  (void)size;
  answer *found = context;
  for (int index = 0; index < object->dlpi_phnum && found->count == 0; index++) {
    const ElfW(Phdr) *segment = &object->dlpi_phdr[index];
    if (segment->p_type == PT_NOTE)
      look((const unsigned char *)(object->dlpi_addr + segment->p_vaddr), segment->p_memsz, found);
  }
  return 1;
}

size_t build_identity(unsigned char *bytes, size_t capacity) {
  answer found = {bytes, capacity, 0};
  dl_iterate_phdr(visit, &found);
  return found.count;
}
#else
size_t build_identity(unsigned char *bytes, size_t capacity) {
  (void)bytes;
  (void)capacity;
  return 0;
}
#endif
