package vn.soto.query.correction;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.correction.RestingKind;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.command.RefusalTexts;
import vn.soto.query.correction.LeftBehind.Hit;
import vn.soto.query.reading.SeenEvent;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;
import vn.soto.query.subject.Linked;

/**
 * A record that has to be corrected or voided.
 *
 * @param record id of the record; of an assignment, of the household
 * @param commit that left it behind; the last one, if there are several
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CorrectionView(
        RestingKind kind,
        String record,
        TeamId team,
        LocalDate day,
        @Nullable UnitId unit,
        @Nullable HouseholdId household,
        @Nullable BusinessId business,
        @IdOf(IdKind.COMMIT) long commit,
        List<Reason> reasons)
        implements Linked {

    @Override
    public IdKind linkedKind() {
        return switch (kind) {
            case ASSISTANCE -> IdKind.ASSISTANCE;
            case OUTREACH -> IdKind.SESSION;
            case TRAINING -> IdKind.TRAINING;
            case ASSIGNMENT -> IdKind.HOUSEHOLD;
        };
    }

    @Override
    public String linkedId() {
        return record;
    }

    /**
     * A rule that the record does not fulfil any more.
     *
     * @param text    text of the rule in the reader's language
     * @param members members who break it
     * @param commit  that left the record behind
     */
    record Reason(
            String rule,
            String text,
            List<MemberId> members,
            @IdOf(IdKind.COMMIT) long commit) {}

    /** Without the unit of a household or business that is out of the reader's reach, if that is, too. */
    CorrectionView asSeen() {
        String place = unit == null ? null : unit.value();
        boolean shown = place == null
                || ((household == null || SeenEvent.isShown(IdKind.HOUSEHOLD, household.value(), place))
                        && (business == null || SeenEvent.isShown(IdKind.BUSINESS, business.value(), place)));
        return shown ? this : new CorrectionView(kind, record, team, day, null, household, business, commit, reasons);
    }

    /** @param hits of one record, at least one */
    static CorrectionView of(String team, List<Hit> hits, Locale language) {
        Hit last = hits.getLast();
        return new CorrectionView(
                last.kind(),
                last.record(),
                new TeamId(team),
                last.day(),
                last.unit(),
                last.household(),
                last.business(),
                hits.stream().mapToLong(Hit::leftBy).max().orElseThrow(),
                hits.stream().map(hit -> reason(team, hit, language)).toList());
    }

    private static Reason reason(String team, Hit hit, Locale language) {
        List<String> arguments = hit.kind() == RestingKind.TRAINING
                ? List.of(
                        hit.members().stream().map(MemberId::value).collect(Collectors.joining(", ")),
                        team,
                        hit.day().toString())
                : List.of(hit.day().toString());
        return new Reason(hit.rule(), RefusalTexts.text(hit.rule(), arguments, language), hit.members(), hit.leftBy());
    }
}
