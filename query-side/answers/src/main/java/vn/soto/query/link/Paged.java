package vn.soto.query.link;

/** A page of an answer that can be asked for in both directions. */
public interface Paged {

    /** The parameter of the page after it. */
    String nextParameter();
}
