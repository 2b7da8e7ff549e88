package vn.soto.query.subject;

/** A part of an answer that names a subject of a kind that its component's name does not tell. */
public interface Linked {

    IdKind linkedKind();

    String linkedId();
}
