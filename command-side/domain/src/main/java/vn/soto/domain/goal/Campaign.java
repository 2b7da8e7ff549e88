package vn.soto.domain.goal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.goal.CampaignRule.CAMPAIGN_COUNTS_HELP;
import static vn.soto.domain.goal.CampaignRule.CAMPAIGN_ENDS_ON_OR_AFTER_ITS_FIRST_DAY;
import static vn.soto.domain.goal.CampaignRule.CAMPAIGN_HAS_ONE_GOAL_FOR_AN_INDICATOR;
import static vn.soto.domain.goal.CampaignRule.CAMPAIGN_HAS_SOME_BUT_NOT_TOO_MANY_GOALS;
import static vn.soto.domain.goal.CampaignRule.CAMPAIGN_IS_IN_A_UNIT_THAT_IS_THERE;
import static vn.soto.domain.goal.CampaignRule.CAMPAIGN_IS_NOT_CANCELLED;
import static vn.soto.domain.goal.CampaignRule.CAMPAIGN_LASTS_NO_LONGER_THAN_A_YEAR;
import static vn.soto.domain.goal.CampaignRule.CAMPAIGN_REVISION_CHANGES_SOMETHING;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.goal.CampaignEvent.CampaignCancelled;
import vn.soto.contracts.goal.CampaignEvent.CampaignPlanned;
import vn.soto.contracts.goal.CampaignEvent.CampaignRevised;
import vn.soto.contracts.goal.CampaignId;
import vn.soto.contracts.goal.CampaignStage;
import vn.soto.contracts.goal.IndicatorGoal;
import vn.soto.contracts.report.UnitIndicators;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.goal.CampaignCommand.CancelCampaign;
import vn.soto.domain.goal.CampaignCommand.PlanCampaign;
import vn.soto.domain.goal.CampaignCommand.ReviseCampaign;
import vn.soto.domain.shared.FreeText;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.unit.Unit;

/** Some days in which an area is to achieve something, such as 50 days of digital signatures. */
@AggregateRoot(type = "campaign")
public final class Campaign {

    private static final int MOST_DAYS = 366;
    public static final int MOST_GOALS = 20;

    @AggregateIdentifier
    private CampaignId id;

    private UnitId unit;
    private Content content;
    private boolean cancelled;

    private record Content(
            String name,
            LocalDate firstDay,
            LocalDate lastDay,
            List<IndicatorGoal> goals,
            @Nullable Instrument instrument) {

        void check(UnitId unit, ReadOnlyAggregates consulted) {
            FreeText.checkName(name);
            CAMPAIGN_ENDS_ON_OR_AFTER_ITS_FIRST_DAY.require(!lastDay.isBefore(firstDay));
            CAMPAIGN_LASTS_NO_LONGER_THAN_A_YEAR.require(lastDay.isBefore(firstDay.plusDays(MOST_DAYS)), MOST_DAYS);
            CAMPAIGN_IS_IN_A_UNIT_THAT_IS_THERE.require(
                    consulted.ask(Unit.class, unit, area -> area.inForceOn(firstDay)), firstDay);
            CAMPAIGN_HAS_SOME_BUT_NOT_TOO_MANY_GOALS.require(
                    !goals.isEmpty() && goals.size() <= MOST_GOALS, MOST_GOALS);
            Set<String> indicators = new HashSet<>();
            goals.forEach(goal -> {
                Goals.check(goal.indicator(), goal.goal());
                CAMPAIGN_COUNTS_HELP.require(UnitIndicators.countsHelp(goal.indicator()), goal.indicator());
                CAMPAIGN_HAS_ONE_GOAL_FOR_AN_INDICATOR.require(indicators.add(goal.indicator()), goal.indicator());
            });
        }
    }

    @SuppressWarnings("NullAway.Init")
    Campaign() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(PlanCampaign command, ReadOnlyAggregates consulted) {
        FreeText.checkNewId(command.campaign());
        new Content(command.name(), command.firstDay(), command.lastDay(), command.goals(), command.instrument())
                .check(command.unit(), consulted);
        apply(new CampaignPlanned(
                command.campaign(),
                command.unit(),
                command.name(),
                command.firstDay(),
                command.lastDay(),
                command.goals(),
                command.instrument()));
    }

    @CommandHandler
    void decide(ReviseCampaign command, ReadOnlyAggregates consulted) {
        CAMPAIGN_IS_NOT_CANCELLED.require(new CampaignStage(cancelled).stands());
        Content after = new Content(
                command.name(), command.firstDay(), command.lastDay(), command.goals(), command.instrument());
        after.check(unit, consulted);
        CAMPAIGN_REVISION_CHANGES_SOMETHING.require(!after.equals(content));
        apply(new CampaignRevised(id, unit, after.name, after.firstDay, after.lastDay, after.goals, after.instrument));
    }

    @CommandHandler
    void decide(CancelCampaign command) {
        CAMPAIGN_IS_NOT_CANCELLED.require(new CampaignStage(cancelled).stands());
        apply(new CampaignCancelled(id, unit));
    }

    /** Whether the day is one of its days. */
    public boolean runsOn(LocalDate day) {
        return new CampaignStage(cancelled).stands()
                && !day.isBefore(content.firstDay)
                && !day.isAfter(content.lastDay);
    }

    @EventHandler
    void evolve(CampaignPlanned event) {
        id = event.campaign();
        unit = event.unit();
        content = new Content(event.name(), event.firstDay(), event.lastDay(), event.goals(), event.instrument());
    }

    @EventHandler
    void evolve(CampaignRevised event) {
        content = new Content(event.name(), event.firstDay(), event.lastDay(), event.goals(), event.instrument());
    }

    @EventHandler
    void evolve(CampaignCancelled event) {
        cancelled = true;
    }
}
