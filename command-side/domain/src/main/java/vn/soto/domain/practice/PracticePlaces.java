package vn.soto.domain.practice;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.practice.PracticeCommand.DescribePractice;
import vn.soto.domain.practice.PracticeCommand.RecommendPractice;
import vn.soto.domain.practice.PracticeCommand.RevisePractice;
import vn.soto.domain.practice.PracticeCommand.StopPractice;
import vn.soto.domain.practice.PracticeCommand.TakeUpPractice;
import vn.soto.domain.practice.PracticeCommand.WithdrawPractice;
import vn.soto.domain.shared.CommandPlace;

/** What commands about good models touch: the team that describes, those advised, the one that takes up. */
public final class PracticePlaces {

    private PracticePlaces() {}

    public static List<CommandPlace> of(PracticeCommand command) {
        return switch (command) {
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
