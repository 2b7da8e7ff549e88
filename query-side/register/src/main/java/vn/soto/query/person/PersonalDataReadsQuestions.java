package vn.soto.query.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.privacy.reads.PersonalDataRead;
import vn.soto.privacy.reads.PersonalDataReads;
import vn.soto.query.http.AsOf;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.reading.Reader;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;
import vn.soto.web.EndpointRight;

/**
 * Answers auditors and administrators who was shown whose personal data, of the persons in their areas. The register is no part of the
 * ledger.
 */
@RestController
record PersonalDataReadsQuestions(PersonalDataReads register, Persons persons, LedgerReader ledger) {

    private static final String REASON = "reason:";

    private static final Duration OF_A_PAGE = Duration.ofSeconds(5);

    /** Pages of the register that are looked through for one page of an answer. */
    private static final int ROUNDS = 20;

    /** @param next {@code before} of the next page; absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<ReadView> reads, @Nullable String next) {}

    /**
     * Of everybody who was shown by one page, or by one answer to a program.
     *
     * @param subject  whose data, such as {@code member:<id>}, or {@code reason:<command>}; of several the first
     * @param people   how many there were; of those of {@code subject} alone where that was asked about
     * @param question address that was asked, with its parameters
     * @param reason   why, where it had to be stated
     * @param words    addition to the reason, or the cause why it is not shown
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReadView(
            Instant at,
            @IdOf(IdKind.ACCOUNT) String account,
            String role,
            @IdOf(IdKind.PERSON) String subject,
            int people,
            String question,
            @Nullable String reason,
            @Nullable String words) {

        /** @param shown by one page */
        static ReadView of(List<PersonalDataRead> shown, @Nullable String words) {
            PersonalDataRead first = shown.getFirst();
            int people = (int)
                    shown.stream().map(PersonalDataRead::subject).distinct().count();
            return new ReadView(
                    first.at(),
                    first.account(),
                    first.role(),
                    first.subject(),
                    people,
                    first.question(),
                    first.reason(),
                    words);
        }
    }

    /**
     * Lists the persons whose data was shown, latest first, with one entry for each page or answer. They can be those
     * of {@code subject}, shown to {@code account}, on the days {@code from} to {@code to}. With {@code asOf}, they are
     * those entered by then.
     */
    @Query(at = "/api/personal-data-reads", right = EndpointRight.REGISTER_OF_READS, effort = Query.Effort.ANEW)
    Page reads(
            Asked asked,
            @RequestParam Optional<String> subject,
            @RequestParam Optional<String> account,
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> to,
            @RequestParam Optional<String> before,
            @RequestParam Optional<Long> limit) {
        int most = asked.limit(limit);
        return page(new PersonalDataReads.Search(
                subject.orElse(null),
                account.orElse(null),
                from.map(VietnamTime::start).orElse(null),
                end(to, asked.moment()),
                before.orElse(null),
                most));
    }

    private @Nullable Instant end(Optional<LocalDate> to, Optional<AsOf> moment) {
        return Stream.concat(
                        to.map(day -> VietnamTime.start(day.plusDays(1))).stream(),
                        moment.map(this::justAfter).stream())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The register keeps milliseconds. */
    private Instant justAfter(AsOf moment) {
        Instant last = switch (moment) {
            case AsOf.OfInstant(Instant instant) -> instant;
            case AsOf.OfCommit(long number) ->
                ledger.commit(number).map(Commit::at).orElse(Instant.EPOCH);
        };
        return last.plusMillis(1);
    }

    /** Reads on behind entries that the reader may not see, up to a bound, after which the page is shorter. */
    private Page page(PersonalDataReads.Search search) {
        List<List<PersonalDataRead>> seen = new ArrayList<>();
        PersonalDataReads.Search rest = search;
        String next = null;
        for (int round = 0; round < ROUNDS && seen.size() < search.limit(); round++) {
            PersonalDataReads.Found found = find(rest, search.limit() - seen.size());
            seen(found.reads()).forEach(read -> add(read, seen));
            next = found.next().isPresent() ? found.next().get() : null;
            if (next == null) {
                break;
            }
            rest = new PersonalDataReads.Search(
                    search.subject(), search.account(), search.from(), search.until(), next, search.limit());
        }
        return new Page(views(seen), next);
    }

    /** Adds to the entry of the page or answer by which it was shown; a text beside a reason, or for one, stands alone. */
    private static void add(PersonalDataRead read, List<List<PersonalDataRead>> seen) {
        if (seen.isEmpty() || !isOfOnePage(seen.getLast().getFirst(), read)) {
            seen.add(new ArrayList<>());
        }
        seen.getLast().add(read);
    }

    /** The answers of a page are made within seconds. */
    private static boolean isOfOnePage(PersonalDataRead one, PersonalDataRead other) {
        return Duration.between(other.at(), one.at()).compareTo(OF_A_PAGE) <= 0
                && one.account().equals(other.account())
                && one.question().equals(other.question())
                && Objects.equals(one.reason(), other.reason())
                && one.words() == null
                && other.words() == null;
    }

    private List<ReadView> views(List<List<PersonalDataRead>> seen) {
        Map<PersonalDataRead, String> words =
                persons.words(seen.stream().map(List::getFirst).toList());
        return seen.stream()
                .map(shown -> ReadView.of(shown, words.get(shown.getFirst())))
                .toList();
    }

    private PersonalDataReads.Found find(PersonalDataReads.Search search, int limit) {
        try {
            return register.find(new PersonalDataReads.Search(
                    search.subject(), search.account(), search.from(), search.until(), search.before(), limit));
        } catch (IllegalArgumentException e) {
            throw QueryProblemException.malformed("before", String.valueOf(search.before()));
        }
    }

    private List<PersonalDataRead> seen(List<PersonalDataRead> reads) {
        Reader reader = Reader.current();
        return reads.stream()
                .filter(read -> reader.everywhere(EndpointRight.REGISTER_OF_READS) || isSeen(read.subject(), reader))
                .toList();
    }

    /** A text beside a reason lies where its commit lies. */
    private boolean isSeen(String subject, Reader reader) {
        if (subject.startsWith(REASON)) {
            return command(subject.substring(REASON.length()))
                    .flatMap(ledger::commitOfCommand)
                    .filter(commit -> reader.reaches(
                            EndpointRight.REGISTER_OF_READS, IdKind.COMMIT, Long.toString(commit.number())))
                    .isPresent();
        }
        return Subject.find(subject)
                .filter(of -> reader.reaches(
                        EndpointRight.REGISTER_OF_READS,
                        IdKind.valueOf(of.kind().name()),
                        of.id()))
                .isPresent();
    }

    /** Empty for what is no id of a command: something else has changed the entry. */
    private static Optional<UUID> command(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
