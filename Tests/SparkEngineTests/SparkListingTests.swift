import Testing

import SparkEngine

@Suite struct SparkListingTests {
  @Test func `a path is told from its place, however Spark writes that`() {
    let path = SparkListing.relative(
      "file:/data/exports/loans/2023/a.csv", to: "file:///data/exports")
    #expect(path == "loans/2023/a.csv")
    #expect(
      SparkListing.relative("s3a://bucket/exports/loans/2023/a.csv", to: "s3a://bucket/exports")
        == "loans/2023/a.csv")
    #expect(SparkListing.relative("s3a://other/a.csv", to: "s3a://bucket/exports") == nil)
  }
}
