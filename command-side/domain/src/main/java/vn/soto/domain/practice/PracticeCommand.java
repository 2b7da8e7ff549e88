package vn.soto.domain.practice;

import static vn.soto.contracts.access.Role.LEADER;
import static vn.soto.contracts.access.Role.OFFICER;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.practice.PracticeId;
import vn.soto.contracts.shared.Text;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.CorrectionCommand;
import vn.soto.domain.shared.Corrects;
import vn.soto.domain.shared.HasReason;
import vn.soto.domain.shared.ReasonList;
import vn.soto.domain.shared.Reasons;

/** Commands to a good model: a way of working of one team that others can take up. */
public sealed interface PracticeCommand extends Command {

    PracticeId practice();

    /**
     * Describes how the team works; no names, phone numbers, citizen numbers or e-mail addresses.
     *
     * @param title name of the practice for others
     * @param text  description of the work, so that others can repeat it
     */
    @ClientCommand(
            as = "describe-practice",
            at = "teams/{team}/practices",
            by = {LEADER, OFFICER})
    record DescribePractice(@TargetAggregateIdentifier PracticeId practice, TeamId team, String title, String text)
            implements PracticeCommand {

        public DescribePractice {
            title = Text.normalised(title);
            text = Text.normalised(text);
        }
    }

    /** Replaces title and text; those before stay in the history. */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(
            as = "revise-practice",
            at = "teams/{team}/practices/{practice}/revision",
            by = {LEADER, OFFICER})
    record RevisePractice(
            @TargetAggregateIdentifier PracticeId practice, TeamId team, String title, String text, String reason)
            implements PracticeCommand, CorrectionCommand {

        public RevisePractice {
            title = Text.normalised(title);
            text = Text.normalised(text);
        }
    }

    /** Nobody is to take it up any more; who works by it goes on or stops by themselves. */
    @Reasons(ReasonList.PRACTICE_END)
    @ClientCommand(
            as = "withdraw-practice",
            at = "teams/{team}/practices/{practice}/withdrawal",
            by = {LEADER, OFFICER})
    @Corrects(DescribePractice.class)
    record WithdrawPractice(@TargetAggregateIdentifier PracticeId practice, TeamId team, String reason)
            implements PracticeCommand, HasReason {}

    /**
     * Advises others to take it up.
     *
     * @param unit  all teams of which are meant; absent if only those named are
     * @param teams teams that are meant; none if a unit is named
     */
    @Reasons(value = ReasonList.RECOMMENDATION, withText = true)
    @ClientCommand(as = "recommend-practice", at = "practices/{practice}/recommendations", by = OFFICER)
    record RecommendPractice(
            @TargetAggregateIdentifier PracticeId practice,
            @Nullable UnitId unit,
            List<TeamId> teams,
            String reason) implements PracticeCommand, HasReason {

        public RecommendPractice {
            teams = List.copyOf(teams);
        }
    }

    /** @param effectiveFrom first day on which the team works by it */
    @ClientCommand(
            as = "take-up-practice",
            at = "practices/{practice}/followers/{team}",
            by = {LEADER, OFFICER})
    record TakeUpPractice(@TargetAggregateIdentifier PracticeId practice, TeamId team, LocalDate effectiveFrom)
            implements PracticeCommand {}

    /** @param lastDay last day on which the team works by it */
    @Reasons(ReasonList.PRACTICE_END)
    @ClientCommand(
            as = "stop-practice",
            at = "practices/{practice}/followers/{team}/end",
            by = {LEADER, OFFICER})
    @Corrects(TakeUpPractice.class)
    record StopPractice(@TargetAggregateIdentifier PracticeId practice, TeamId team, LocalDate lastDay, String reason)
            implements PracticeCommand, HasReason {}

    /**
     * The places that commands about good models touch: the team that describes, those advised, the one that takes up.
     */
    @Override
    default List<CommandPlace> touches() {
        return switch (this) {
            case DescribePractice describe -> List.of(new CommandPlace.OfTeam(describe.team()));
            case RevisePractice revise -> List.of(new CommandPlace.OfTeam(revise.team()));
            case WithdrawPractice withdraw -> List.of(new CommandPlace.OfTeam(withdraw.team()));
            case RecommendPractice recommend -> advised(recommend.unit(), recommend.teams());
            case TakeUpPractice takeUp -> List.of(new CommandPlace.OfTeam(takeUp.team()));
            case StopPractice stop -> List.of(new CommandPlace.OfTeam(stop.team()));
        };
    }

    private static List<CommandPlace> advised(@Nullable UnitId unit, List<TeamId> teams) {
        return Stream.concat(
                        Stream.ofNullable(unit).<CommandPlace>map(CommandPlace.InUnit::new),
                        teams.stream().<CommandPlace>map(CommandPlace.OfTeam::new))
                .toList();
    }
}
