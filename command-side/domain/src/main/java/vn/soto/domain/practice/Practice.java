package vn.soto.domain.practice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.practice.PracticeRule.FOLLOWER_IS_THERE_ON_THE_DAY;
import static vn.soto.domain.practice.PracticeRule.PRACTICE_IS_NOT_WITHDRAWN;
import static vn.soto.domain.practice.PracticeRule.PRACTICE_IS_OF_A_TEAM_THAT_IS_THERE;
import static vn.soto.domain.practice.PracticeRule.PRACTICE_IS_OF_THIS_TEAM;
import static vn.soto.domain.practice.PracticeRule.PRACTICE_IS_STOPPED_AFTER_IT_IS_TAKEN_UP;
import static vn.soto.domain.practice.PracticeRule.PRACTICE_IS_TAKEN_UP_BY_ANOTHER_TEAM;
import static vn.soto.domain.practice.PracticeRule.PRACTICE_IS_TAKEN_UP_BY_TODAY;
import static vn.soto.domain.practice.PracticeRule.PRACTICE_IS_TAKEN_UP_ONCE;
import static vn.soto.domain.practice.PracticeRule.PRACTICE_REVISION_CHANGES_SOMETHING;
import static vn.soto.domain.practice.PracticeRule.PRACTICE_TEXT_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.practice.PracticeRule.PRACTICE_TEXT_IS_NEITHER_EMPTY_NOR_TOO_LONG;
import static vn.soto.domain.practice.PracticeRule.PRACTICE_TO_STOP_IS_TAKEN_UP;
import static vn.soto.domain.practice.PracticeRule.RECOMMENDATION_IS_TO_OTHERS;
import static vn.soto.domain.practice.PracticeRule.RECOMMENDATION_NAMES_A_UNIT_OR_SOME_TEAMS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import vn.soto.contracts.practice.PracticeEvent;
import vn.soto.contracts.practice.PracticeEvent.PracticeDescribed;
import vn.soto.contracts.practice.PracticeEvent.PracticeRecommended;
import vn.soto.contracts.practice.PracticeEvent.PracticeRevised;
import vn.soto.contracts.practice.PracticeEvent.PracticeStated;
import vn.soto.contracts.practice.PracticeEvent.PracticeStopped;
import vn.soto.contracts.practice.PracticeEvent.PracticeTakenUp;
import vn.soto.contracts.practice.PracticeEvent.PracticeWithdrawn;
import vn.soto.contracts.practice.PracticeId;
import vn.soto.contracts.practice.PracticeStage;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.practice.PracticeCommand.DescribePractice;
import vn.soto.domain.practice.PracticeCommand.RecommendPractice;
import vn.soto.domain.practice.PracticeCommand.RevisePractice;
import vn.soto.domain.practice.PracticeCommand.StopPractice;
import vn.soto.domain.practice.PracticeCommand.TakeUpPractice;
import vn.soto.domain.practice.PracticeCommand.WithdrawPractice;
import vn.soto.domain.shared.FreeText;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.team.Team;
import vn.soto.domain.unit.Unit;

/** A good model: a way of working of one team, which officers recommend and other teams take up. */
@AggregateRoot(type = "practice")
public final class Practice {

    private static final int LONGEST_TEXT = 4_000;
    private static final int MOST_TEAMS = 50;

    @AggregateIdentifier
    private PracticeId id;

    private TeamId team;
    private PracticeStated stated;
    private boolean withdrawn;

    /** Teams that work by it now, with their first days. */
    private final Map<TeamId, LocalDate> followers = new HashMap<>();

    @SuppressWarnings("NullAway.Init")
    Practice() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(DescribePractice command, ReadOnlyAggregates consulted, Clock clock) {
        FreeText.checkNewId(command.practice());
        check(command.title(), command.text());
        LocalDate today = VietnamTime.day(clock.instant());
        PRACTICE_IS_OF_A_TEAM_THAT_IS_THERE.require(
                consulted.ask(Team.class, command.team(), of -> of.existedOn(today)));
        apply(new PracticeDescribed(command.practice(), command.team(), command.title(), command.text()));
    }

    private static void check(String title, String text) {
        FreeText.checkName(title);
        PRACTICE_TEXT_IS_NEITHER_EMPTY_NOR_TOO_LONG.require(
                !text.isEmpty() && text.length() <= LONGEST_TEXT, LONGEST_TEXT);
        FreeText.checkCharacters(text);
        PRACTICE_TEXT_HOLDS_NO_PERSONAL_NUMBER.require(FreeText.holdsNoPersonalNumber(text));
    }

    @CommandHandler
    void decide(RevisePractice command) {
        check(command.title(), command.text());
        PRACTICE_IS_OF_THIS_TEAM.require(command.team().equals(team));
        PRACTICE_IS_NOT_WITHDRAWN.require(stage().stands());
        PRACTICE_REVISION_CHANGES_SOMETHING.require(
                !command.title().equals(stated.title()) || !command.text().equals(stated.text()));
        apply(new PracticeRevised(id, team, command.title(), command.text()));
    }

    @CommandHandler
    void decide(WithdrawPractice command) {
        PRACTICE_IS_OF_THIS_TEAM.require(command.team().equals(team));
        PRACTICE_IS_NOT_WITHDRAWN.require(stage().stands());
        apply(new PracticeWithdrawn(id, team));
    }

    @CommandHandler
    void decide(RecommendPractice command, ReadOnlyAggregates consulted, Clock clock) {
        PRACTICE_IS_NOT_WITHDRAWN.require(stage().stands());
        UnitId unit = command.unit();
        Set<TeamId> teams = new HashSet<>(command.teams());
        RECOMMENDATION_NAMES_A_UNIT_OR_SOME_TEAMS.require(
                (unit == null) != teams.isEmpty() && teams.size() <= MOST_TEAMS, MOST_TEAMS);
        RECOMMENDATION_IS_TO_OTHERS.require(!teams.contains(team));
        LocalDate today = VietnamTime.day(clock.instant());
        teams.forEach(each -> FOLLOWER_IS_THERE_ON_THE_DAY.require(
                consulted.ask(Team.class, each, of -> of.existedOn(today)), today));
        if (unit != null) {
            Unit.checkTakesNew(unit, today, consulted);
        }
        apply(new PracticeRecommended(id, team, unit, teams.stream().toList()));
    }

    @CommandHandler
    void decide(TakeUpPractice command, ReadOnlyAggregates consulted, Clock clock) {
        LocalDate from = command.effectiveFrom();
        PRACTICE_IS_NOT_WITHDRAWN.require(stage().stands());
        PRACTICE_IS_TAKEN_UP_BY_ANOTHER_TEAM.require(!command.team().equals(team));
        LocalDate today = VietnamTime.day(clock.instant());
        PRACTICE_IS_TAKEN_UP_BY_TODAY.require(!from.isAfter(today), today);
        LocalDate since = followers.get(command.team());
        PRACTICE_IS_TAKEN_UP_ONCE.require(since == null, since == null ? from : since);
        FOLLOWER_IS_THERE_ON_THE_DAY.require(consulted.ask(Team.class, command.team(), of -> of.existedOn(from)), from);
        apply(new PracticeTakenUp(id, team, command.team(), from));
    }

    @CommandHandler
    void decide(StopPractice command, Clock clock) {
        LocalDate since = followers.get(command.team());
        if (since == null) {
            throw PRACTICE_TO_STOP_IS_TAKEN_UP.refused();
        }
        LocalDate today = VietnamTime.day(clock.instant());
        PRACTICE_IS_STOPPED_AFTER_IT_IS_TAKEN_UP.require(
                !command.lastDay().isBefore(since) && !command.lastDay().isAfter(today), since, today);
        apply(new PracticeStopped(id, team, command.team(), command.lastDay()));
    }

    private PracticeStage stage() {
        return new PracticeStage(withdrawn, !followers.isEmpty());
    }

    @EventHandler
    void evolve(PracticeEvent event) {
        id = event.practice();
        switch (event) {
            case PracticeStated said -> {
                team = said.team();
                stated = said;
            }
            case PracticeTakenUp taken -> followers.put(taken.follower(), taken.effectiveFrom());
            case PracticeStopped stopped -> followers.remove(stopped.follower());
            case PracticeWithdrawn _ -> withdrawn = true;
            case PracticeRecommended _ -> {} // no rule asks for it
        }
    }
}
