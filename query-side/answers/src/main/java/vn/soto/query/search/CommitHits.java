package vn.soto.query.search;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.StoredCommit;
import vn.soto.query.event.Place;
import vn.soto.query.search.SearchAnswer.Hit;
import vn.soto.query.search.SearchAnswer.Match;
import vn.soto.query.subject.Designation.Use;
import vn.soto.query.subject.IdKind;

/**
 * Commits by their number, the beginning of their chain hash, both as the verifier writes them, or the id of the
 * command. A damaged one is found by its number or command.
 */
@Component
record CommitHits(LedgerReader ledger, SearchIndex index) {

    /** A number of up to 18 digits as people write it, and behind a colon the hash that the verifier adds. */
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,3}(?:[. ]\\d{3}){1,5}|\\d{1,18})(?::[0-9a-f]{64})?");

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int MOST = 5;

    List<Hit> find(String typed, long asOf) {
        String text = typed.strip();
        return Stream.of(numbered(text, asOf), hashed(text), commanded(text))
                .flatMap(each -> each)
                .filter(commit -> commit.number() <= asOf)
                .distinct()
                .map(CommitHits::hit)
                .toList();
    }

    private Stream<StoredCommit> numbered(String text, long asOf) {
        return NUMBER.matcher(text)
                .results()
                .filter(found -> found.group().equals(text))
                .map(found -> Long.parseLong(found.group(1).replaceAll("\\D", "")))
                .filter(number -> number > 0 && number <= asOf)
                .flatMap(number -> ledger.readAt(List.of(number)).stream());
    }

    /** Of a damaged commit no hash is certain. */
    private Stream<StoredCommit> hashed(String text) {
        return EventDocuments.chain(text).stream()
                .flatMap(query -> index.events(query, MOST).stream())
                .map(Place::commit)
                .flatMap(number -> ledger.readAt(List.of(number)).stream())
                .filter(Commit.class::isInstance)
                .map(Commit.class::cast)
                .filter(commit -> commit.chain().toString().startsWith(text.toLowerCase(Locale.ROOT)))
                .map(StoredCommit.class::cast);
    }

    private Stream<StoredCommit> commanded(String text) {
        if (!UUID_TEXT.matcher(text).matches()) {
            return Stream.empty();
        }
        try {
            return ledger.commitOfCommand(UUID.fromString(text)).stream().map(StoredCommit.class::cast);
        } catch (LedgerException.CommitDamaged e) {
            return ledger.readAt(List.of(e.commit())).stream();
        }
    }

    private static Hit hit(StoredCommit commit) {
        return new Hit(
                IdKind.COMMIT.text(),
                Long.toString(commit.number()),
                null,
                commit instanceof Commit checked
                        ? List.of(new Match(Use.ID, checked.chain().toString(), null, null, true))
                        : List.of());
    }
}
