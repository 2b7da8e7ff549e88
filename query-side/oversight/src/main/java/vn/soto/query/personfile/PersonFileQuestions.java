package vn.soto.query.personfile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.person.Subject;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.query.http.AsOf;
import vn.soto.query.http.Asked;
import vn.soto.query.http.ListedPage;
import vn.soto.query.http.Query;
import vn.soto.query.person.Persons;
import vn.soto.query.personfile.PersonFiles.FilePart;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.reading.Reader;
import vn.soto.query.subject.Designated;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;
import vn.soto.query.subject.KnownSubjects;
import vn.soto.query.subject.Locations;
import vn.soto.query.subject.SubjectLookup;
import vn.soto.query.subject.Subjects;
import vn.soto.web.EndpointRight;

/** Hands administrators a person's file, for a person who asks for their data; auditors see it without the person's texts. */
@RestController
record PersonFileQuestions(PersonFiles files, Persons persons, LedgerReader ledger) {

    private static final Designated NAMELESS = new Designated(List.of(), null, null, null);

    /** A person lies where the member, household, business or request lies; those are linked, without names. */
    @Bean
    static Subjects personSubjects(KnownSubjects subjects) {
        SubjectLookup<List<Locations>> places = (ids, day, asOf) -> {
            Map<String, List<Locations>> found = new HashMap<>();
            ids.stream()
                    .flatMap(id -> Subject.find(id).stream())
                    .collect(Collectors.groupingBy(Subject::kind, Collectors.mapping(Subject::id, Collectors.toSet())))
                    .forEach((kind, of) -> subjects.places(IdKind.valueOf(kind.name()), of, day, asOf)
                            .forEach((id, there) -> found.put(new Subject(kind, id).toString(), there)));
            return found;
        };
        return new Subjects(IdKind.PERSON, places, places.map(there -> NAMELESS));
    }

    /** The file, with the events from position {@code from} on, oldest first. */
    @Query(
            at = "/api/persons/{subject}/file",
            right = EndpointRight.PERSON_FILE,
            of = "subject",
            effort = Query.Effort.HEAVY)
    PersonFile file(
            Asked asked,
            @PathVariable String subject,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit) {
        Subject.find(subject)
                .ifPresent(person -> asked.refusedNow(persons.stage(person).refusals()));
        return find(asked, subject, asked.page(from, limit));
    }

    /**
     * The file of the account's own person.
     *
     * @param file absent for an account that belongs to no member, of whom nothing but the account is known
     * @param next {@code from} of the next events; absent on the last page
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OwnFile(
            @IdOf(IdKind.ACCOUNT) String account,
            @Nullable PersonFile file,
            @Nullable Long next) {}

    /** The file of the person to whom the account belongs. */
    @Query(at = "/api/me/file", right = EndpointRight.OWN_ACCOUNT, effort = Query.Effort.HEAVY)
    OwnFile own(Asked asked, @RequestParam Optional<Long> from, @RequestParam Optional<Long> limit) {
        Reader reader = Reader.current();
        LinkedPerson person = reader.rights().person();
        PersonFile file = person == null || person.member() == null
                ? null
                : find(asked, Subject.of(person.member()).toString(), asked.page(from, limit));
        return new OwnFile(reader.asker().account(), file, file == null ? null : file.next());
    }

    /** The whole file as a table for printing, which a spreadsheet opens. */
    @Query(
            at = "/api/persons/{subject}/file.csv",
            produces = "text/csv",
            right = EndpointRight.PERSON_FILE,
            of = "subject",
            effort = Query.Effort.HEAVY)
    ResponseEntity<byte[]> table(Asked asked, @PathVariable String subject) {
        PersonFile file = find(asked, subject, ListedPage.Bounds.all());
        return FileTable.of(file, asked.freshness().moment(), asked.language()).file(file.subject());
    }

    private PersonFile find(Asked asked, String subject, ListedPage.Bounds part) {
        return Subject.find(subject)
                .flatMap(about -> files.find(
                        about,
                        new FilePart(asked.today(), until(asked), part.from(), part.limit()),
                        asked.language(),
                        asked.asOf()))
                .orElseThrow(() -> QueryProblemException.absent("person", subject));
    }

    /** The register keeps milliseconds. */
    private @Nullable Instant until(Asked asked) {
        return switch (asked.moment().orElse(null)) {
            case AsOf.OfInstant(Instant instant) -> instant.plusMillis(1);
            case AsOf.OfCommit(long number) ->
                ledger.commit(number).map(Commit::at).orElse(Instant.EPOCH).plusMillis(1);
            case null -> null;
        };
    }
}
