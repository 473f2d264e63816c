internal import Indicators
internal import Schemas

/// Reads the dimensions of `indicators/*.yaml`: ages in bands.
struct DimensionReader {
  /// The datasets.
  let datasets: NameTable<DatasetSchema>

  /// Where findings go.
  let log: FindingCollector

  /// The dimension; nil when something is wrong with it. Reports a name that is used twice.
  func read(_ node: DefinitionNode, names: inout NameTable<Dimension>) -> Dimension? {
    guard
      let mapping = MappingReader(
        node, "a dimension", required: ["name", "dataset", "birth", "on", "bands"], log: log),
      let name = mapping.name("name", .name), let dataset = mapping.value("dataset")
    else { return nil }
    let schema = datasets.resolve(dataset, log: log)
    let bands = mapping.list("bands").map { self.bands($0) }
    // The same name may stand for a dimension of several datasets.
    let key = TextValue(text: "\(dataset.text)/\(name.text)", node: name.node)
    names.declare(key, nil, log: log)
    guard let schema, let bands, bands.allSatisfy({ $0 != nil }) else { return nil }
    checkIsNoColumn(name, of: schema)
    let columns = ColumnLookup(dataset: schema.name, columns: schema.columns, log: log)
    let birth = mapping.value("birth").flatMap(columns.dateColumn)
    let reference = mapping.value("on").flatMap(columns.dateColumn)
    guard let birth, let reference else { return nil }
    return Dimension(
      name: name.text, dataset: schema.name, birthColumn: birth.name,
      referenceColumn: reference.name, bands: bands.compactMap { $0 })
  }

  private func checkIsNoColumn(_ name: TextValue, of schema: DatasetSchema) {
    guard schema.column(name.text) != nil else { return }
    log.report(
      "duplicate-name", at: name.place,
      "dimension '\(name.text)' is also a column of dataset '\(schema.name)', expected a new name",
      fix: "rename the dimension")
  }

  private func bands(_ nodes: [DefinitionNode]) -> [AgeBand?] {
    var slugs = NameTable<Bool>(kind: "band")
    var earlier: [AgeBand] = []
    return nodes.map { node in
      guard
        let mapping = MappingReader(
          node, "a band", required: ["slug", "label", "from", "through"], log: log)
      else { return nil }
      let (from, through) = (mapping.integer("from"), mapping.integer("through"))
      guard let slug = mapping.name("slug", .slug), let label = mapping.text("label"), let from,
        let through
      else { return nil }
      slugs.declare(slug, true, log: log)
      guard from <= through else {
        log.report(
          "empty-range", at: mapping["from"]?.place ?? node.place,
          "the band is from \(from) through \(through), expected a range",
          fix: "exchange the two ages")
        return nil
      }
      let band = AgeBand(slug: slug.text, label: label, ages: from...through)
      if let other = earlier.first(where: { $0.ages.overlaps(band.ages) }) {
        log.report(
          "overlapping-bands", at: node.place,
          "band '\(band.slug)' overlaps band '\(other.slug)', expected each age in one band",
          fix: "correct the ages")
      }
      earlier.append(band)
      return band
    }
  }
}
