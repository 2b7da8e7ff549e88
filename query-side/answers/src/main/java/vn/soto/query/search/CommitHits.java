package vn.soto.query.search;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.query.event.Place;
import vn.soto.query.search.SearchAnswer.Hit;
import vn.soto.query.search.SearchAnswer.Match;
import vn.soto.query.subject.Designation.Use;
import vn.soto.query.subject.IdKind;

/** Commits by their number, the beginning of their chain hash, both as the verifier writes them, or the id of the command. */
@Component
record CommitHits(LedgerReader ledger, SearchIndex index) {

    /** A number of up to 18 digits as people write it, and behind a colon the hash that the verifier adds. */
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,3}(?:[. ]\\d{3}){1,5}|\\d{1,18})(?::[0-9a-f]{64})?");

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int MOST = 5;

    List<Hit> find(String typed, long asOf) {
        String text = typed.strip();
        return Stream.of(numbered(text), hashed(text), commanded(text))
                .flatMap(each -> each)
                .filter(commit -> commit.number() <= asOf)
                .distinct()
                .map(CommitHits::hit)
                .toList();
    }

    private Stream<Commit> numbered(String text) {
        return NUMBER.matcher(text)
                .results()
                .filter(found -> found.group().equals(text))
                .map(found -> Long.parseLong(found.group(1).replaceAll("\\D", "")))
                .filter(number -> number > 0)
                .flatMap(number -> ledger.commit(number).stream());
    }

    private Stream<Commit> hashed(String text) {
        return EventDocuments.chain(text).stream()
                .flatMap(query -> index.events(query, MOST).stream())
                .map(Place::commit)
                .flatMap(number -> ledger.commit(number).stream())
                .filter(commit -> commit.chain().toString().startsWith(text.toLowerCase(Locale.ROOT)));
    }

    private Stream<Commit> commanded(String text) {
        return UUID_TEXT.matcher(text).matches()
                ? Optional.of(UUID.fromString(text)).flatMap(ledger::commitOfCommand).stream()
                : Stream.empty();
    }

    private static Hit hit(Commit commit) {
        return new Hit(
                IdKind.COMMIT.text(),
                Long.toString(commit.number()),
                null,
                List.of(new Match(Use.ID, commit.chain().toString(), null, null, true)));
    }
}
