package vn.soto.query.search;

import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.query.subject.Designation.Use;
import vn.soto.query.subject.IdKind;

/**
 * A text by which a subject can be found since an event. Terms are never taken back: the subject's own read model knows
 * when it was called that.
 *
 * @param id       of the term: position of the event and use
 * @param subject  id of the subject
 * @param commit   commit of the event
 */
public record SearchTerm(String id, IdKind kind, String subject, Use use, String text, long position, long commit)
        implements ReadModel {

    static final DocumentType<SearchTerm> KIND = new DocumentType<>("search", SearchTerm.class);
}
