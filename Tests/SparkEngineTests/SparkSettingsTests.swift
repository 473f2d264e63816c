import Testing

import SparkEngine

@Suite struct SparkSettingsTests {
  @Test func `a user's setting wins over a usual one, never over how text is read`() {
    let settings = SparkSettings(
      master: "yarn",
      settings: ["spark.sql.shuffle.partitions": "2000", "spark.sql.session.timeZone": "CET"])
    #expect(settings.arguments.starts(with: ["--master", "yarn"]))
    #expect(settings.arguments.contains("spark.sql.shuffle.partitions=2000"))
    #expect(settings.arguments.contains("spark.sql.session.timeZone=UTC"))
  }
}
