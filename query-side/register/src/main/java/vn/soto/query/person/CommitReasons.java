package vn.soto.query.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.ReasonCode;
import vn.soto.contracts.shared.StatedReason;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Origin;
import vn.soto.web.Language;

/** The reasons of commits as shown to a reader: the label of the code, and the text if the reader may read it. */
@Component
public record CommitReasons(Persons persons) {

    /**
     * A part of answers.
     *
     * @param why     the label of the code, or the words of an older commit; absent if the commit has no reason
     * @param whyCode absent for words
     * @param whyText in the clear, or why it is not shown; absent if there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Shown(
            @Nullable String why,
            @Nullable ReasonCode whyCode,
            @Nullable String whyText) {

        /** Of a commit without a reason. */
        public static final Shown NONE = new Shown(null, null, null);
    }

    public Shown of(Commit commit, Locale language) {
        String header = commit.reason();
        if (header == null) {
            return Shown.NONE;
        }
        return switch (StatedReason.parse(header)) {
            case StatedReason.Uncoded words -> new Shown(words.header(), null, null);
            case StatedReason.Coded coded ->
                new Shown(label(coded.code(), language), coded.code(), text(commit, coded));
        };
    }

    /** The label of a reason. */
    public static String label(ReasonCode code, Locale language) {
        return Language.isEnglish(language) ? code.english() : code.vietnamese();
    }

    private @Nullable String text(Commit commit, StatedReason.Coded coded) {
        if (coded.text() == null) {
            return null;
        }
        return commit.origin() instanceof Origin.Command command
                ? persons.reason(command.id(), subjects(commit), coded.text())
                : Person.UNREADABLE;
    }

    private static SortedSet<Subject> subjects(Commit commit) {
        return commit.events().stream()
                .flatMap(event -> event.tags().stream())
                .flatMap(tag -> Subject.ofTag(tag).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
