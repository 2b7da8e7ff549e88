package vn.soto.projection;

/** Documents of one shape in one collection. */
public record DocumentType<T extends ReadModel>(String collection, Class<T> type) {}
