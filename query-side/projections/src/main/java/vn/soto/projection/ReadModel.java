package vn.soto.projection;

/** A document of a read model, found by its id alone; a public record, because the store's codec calls its accessors. */
public interface ReadModel {

    String id();
}
