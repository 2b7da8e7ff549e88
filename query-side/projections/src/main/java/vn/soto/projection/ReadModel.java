package vn.soto.projection;

/**
 * A document of a read model, found by its id alone. Implementations are public records, because the store's codec
 * calls their accessors.
 */
public interface ReadModel {

    String id();
}
