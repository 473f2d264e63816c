internal import Schemas

/// Reads `codelists/*.yaml`.
struct CodeListReader {
  /// Where findings go.
  let log: FindingCollector

  /// Adds the lists of a file to a table.
  func read(_ root: DefinitionNode?, into lists: inout NameTable<CodeList>) {
    guard let nodes = root?.items("the file", log) else {
      lists.isIncomplete = true
      return
    }
    for node in nodes {
      guard
        let mapping = MappingReader(
          node, "a code list", required: ["name", "codes"], optional: ["title", "schemes"],
          log: log),
        let name = mapping.name("name", .name)
      else {
        lists.isIncomplete = true
        continue
      }
      let title = mapping.text("title", else: name.text)
      let codes = mapping.list("codes").map { self.codes(of: $0) }
      let schemes = CodeSchemeReader(codes: codes?.map(\.code.slug) ?? [], log: log)
        .read(mapping.list("schemes") ?? [])
      let list = codes.flatMap { self.list(named: name, title, $0, schemes) }
      if case .list(let nodes)? = mapping["codes"]?.content, nodes.isEmpty { reportEmpty(name) }
      lists.declare(name, list, log: log)
    }
  }

  private typealias PlacedCode = (code: Code, node: DefinitionNode)

  private func codes(of nodes: [DefinitionNode]) -> [PlacedCode] {
    nodes.compactMap { node in
      code(node).map { ($0, node) }
    }
  }

  private func code(_ node: DefinitionNode) -> Code? {
    guard
      let mapping = MappingReader(
        node, "a code", required: ["label"],
        optional: ["slug", "variants", "validFrom", "validUntil"],
        log: log),
      let label = mapping.value("label")
    else { return nil }
    let variants = mapping.values("variants").map(\.text)
    let validFrom = date("validFrom", in: mapping)
    let validUntil = date("validUntil", in: mapping)
    if let validFrom, let validUntil, validUntil < validFrom, let node = mapping["validUntil"] {
      log.report(
        "wrong-order", at: node.place, "validUntil lies before validFrom, expected a later day",
        fix: "correct one of the two")
      return nil
    }
    if mapping["slug"] != nil {
      return mapping.name("slug", .slug).map {
        Code(
          slug: $0.text, label: label.text, variants: variants, validFrom: validFrom,
          validUntil: validUntil)
      }
    }
    let slug = Slug.made(from: label.text)
    guard !slug.isEmpty else {
      log.report(
        "missing-key", at: label.place,
        "the label has no letter of which a slug can be made, expected a slug",
        fix: "add 'slug:' with \(NameForm.slug.expectation)")
      return nil
    }
    return Code(
      slug: slug, label: label.text, variants: variants, validFrom: validFrom,
      validUntil: validUntil)
  }

  /// A day; nil when there is none, or no such day, which is reported.
  private func date(_ key: String, in mapping: MappingReader) -> CalendarDate? {
    guard let value = mapping.value(key) else { return nil }
    if let date = CalendarDate(iso: value.text) { return date }
    log.report(
      "bad-date", at: value.place, "\(key) is '\(value.text.shortened)', expected yyyy-mm-dd",
      fix: "write the day, for example 2019-01-31")
    return nil
  }

  private func reportEmpty(_ name: TextValue) {
    log.report(
      "empty-list", at: name.place, "code list '\(name.text)' has no codes, expected at least one",
      fix: "add a code")
  }

  private func list(
    named name: TextValue, _ title: String, _ codes: [PlacedCode], _ schemes: [CodeScheme]
  ) -> CodeList? {
    do {
      return try CodeList(
        name: name.text, title: title, codes: codes.map(\.code), schemes: schemes)
    } catch {
      guard case .spellingTwice(let spelling, let first, let second) = error else { return nil }
      let node = codes.last { $0.code.slug == second }?.node
      log.report(
        "duplicate-spelling", at: node?.place ?? name.place,
        "spelling '\(spelling.shortened)' stands for '\(first)' and for '\(second)', "
          + "expected one code",
        fix: "remove it from one of the two codes")
      return nil
    }
  }
}
