package vn.soto.contracts.report;

/** @param content hash of the content of a version that waits for its recipient */
public record NamedContent(Reporter reporter, String content) {}
