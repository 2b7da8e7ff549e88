package vn.soto.query.person;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.shared.Text;
import vn.soto.contracts.text.PersonalNumbers;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.http.Refusals;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.reading.NamesReason;
import vn.soto.query.reading.Reader;
import vn.soto.query.reading.ReadingDecision;
import vn.soto.query.reading.ReadingReason;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;
import vn.soto.web.EndpointRight;

/**
 * Opens names to readers who otherwise see pseudonyms, for a reason of a list, which the register of reads keeps. The required content type blocks
 * requests forged by other sites.
 */
@RestController
record NamesQuestions(Persons persons, Refusals refusals) {

    private static final int MOST = 20;
    private static final int SHORTEST_WORDS = 10;
    private static final int LONGEST_WORDS = 300;

    /**
     * @param subjects whose names, such as {@code member:<id>}
     * @param reason   why they are opened, by the name of a {@link NamesReason}
     * @param words    addition to the reason, such as the number of the document; needed beside {@code OTHER}. It holds
     *                 no number of a person and is kept sealed under the key of each subject
     */
    record NamesRequest(
            @Nullable List<String> subjects,
            @Nullable String reason,
            @Nullable String words) {

        @Override
        public String toString() {
            return "NamesRequest[]";
        }
    }

    /** @param names by subject; those without a recorded name are not among them */
    record OpenedNames(NamesReason reason, List<OpenedName> names) {}

    record OpenedName(@IdOf(IdKind.PERSON) String subject, String name) {}

    @Query(
            at = "/api/names",
            method = RequestMethod.POST,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            right = EndpointRight.NAMES_FOR_A_REASON)
    OpenedNames open(Asked asked, @RequestBody NamesRequest wanted) {
        long asOf = asked.asOf();
        Set<Subject> subjects = subjects(wanted);
        NamesReason reason = NamesReason.parse(String.valueOf(wanted.reason));
        String words = words(reason, wanted);
        Map<Subject, Sealed> sealed = words.isEmpty() ? Map.of() : persons.sealedWords(subjects, words, asOf);
        Reader reader = Reader.current().stating(new ReadingReason(reason, sealed));
        check(subjects, reader, asOf);
        Map<Subject, Person> found = reader.answered(() -> persons.find(subjects, asOf));
        return new OpenedNames(
                reason,
                new TreeMap<>(found)
                        .entrySet().stream()
                                .map(each -> new OpenedName(
                                        each.getKey().toString(),
                                        each.getValue().name()))
                                .toList());
    }

    private static Set<Subject> subjects(NamesRequest asked) {
        List<String> given = Optional.ofNullable(asked.subjects).orElse(List.of());
        if (given.isEmpty() || given.size() > MOST) {
            throw QueryProblemException.badSubjects(MOST);
        }
        try {
            return given.stream().map(Subject::parse).collect(Collectors.toUnmodifiableSet());
        } catch (IllegalArgumentException | NullPointerException e) {
            throw QueryProblemException.badSubjects(MOST);
        }
    }

    /** The addition to the reason; empty if there is none. */
    private static String words(NamesReason reason, NamesRequest asked) {
        String words = Text.normalised(Optional.ofNullable(asked.words).orElse(""));
        int least = reason == NamesReason.OTHER ? SHORTEST_WORDS : 0;
        if (words.length() < least
                || words.length() > LONGEST_WORDS
                || words.chars().anyMatch(Character::isISOControl)) {
            throw QueryProblemException.badWords(least, LONGEST_WORDS);
        }
        if (PersonalNumbers.areIn(words)) {
            throw QueryProblemException.wordsHoldPersonalNumber();
        }
        return words;
    }

    /** All of them or none: one outside the area refuses the whole, and does not tell whether it exists. */
    private void check(Collection<Subject> subjects, Reader reader, long asOf) {
        subjects.forEach(subject -> {
            IdKind kind = IdKind.valueOf(subject.kind().name());
            if (!reader.reaches(EndpointRight.NAMES_FOR_A_REASON, kind, subject.id())) {
                refusals.check(
                        new ReadingDecision.Outside(
                                EndpointRight.NAMES_FOR_A_REASON,
                                reader.giving(EndpointRight.NAMES_FOR_A_REASON),
                                kind,
                                subject.id(),
                                true),
                        asOf);
            }
        });
    }
}
