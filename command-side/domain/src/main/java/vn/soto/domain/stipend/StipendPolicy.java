package vn.soto.domain.stipend;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.stipend.StipendPolicyRule.STIPEND_CAMPAIGN_AND_UNIT_ARE_NAMED_ONCE;
import static vn.soto.domain.stipend.StipendPolicyRule.STIPEND_MONTH_COUNTS_FROM_1_TO_28_DAYS;
import static vn.soto.domain.stipend.StipendPolicyRule.STIPEND_MULTIPLIER_IS_PLAUSIBLE;
import static vn.soto.domain.stipend.StipendPolicyRule.STIPEND_POLICY_STARTS_WITH_A_MONTH;
import static vn.soto.domain.stipend.StipendPolicyRule.STIPEND_POLICY_TO_WITHDRAW_IS_ADOPTED;
import static vn.soto.domain.stipend.StipendPolicyRule.STIPEND_RATES_ARE_PLAUSIBLE;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.stipend.CampaignRate;
import vn.soto.contracts.stipend.StipendPolicyEvent;
import vn.soto.contracts.stipend.StipendPolicyEvent.StipendPolicyAdopted;
import vn.soto.contracts.stipend.StipendPolicyEvent.StipendPolicyWithdrawn;
import vn.soto.contracts.stipend.StipendTerms;
import vn.soto.contracts.stipend.UnitMultiplier;
import vn.soto.domain.stipend.StipendPolicyCommand.AdoptStipendPolicy;
import vn.soto.domain.stipend.StipendPolicyCommand.WithdrawStipendPolicy;

/** All versions of what the province pays. A ledger belongs to one province and has one such policy. */
@AggregateRoot(type = "stipend-policy")
public final class StipendPolicy {

    public static final String ID = "stipend-policy";

    /** Below the smallest phone or citizen number, so that none can be recorded as an amount by mistake. */
    private static final long HIGHEST_RATE = 9_999_999;

    private static final int MOST_DAYS = 28;

    /** Hundredths of the rates: a tenth to three times. */
    private static final int LEAST_FACTOR = 10;

    private static final int MOST_FACTOR = 300;

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private String id;

    private final DayHistory<StipendPolicyAdopted> versions = new DayHistory<>();
    private int version;

    @SuppressWarnings("NullAway.Init")
    StipendPolicy() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(AdoptStipendPolicy command) {
        StipendTerms terms = command.terms();
        LocalDate from = command.effectiveFrom();
        STIPEND_RATES_ARE_PLAUSIBLE.require(
                rates(terms).allMatch(rate -> rate >= 0 && rate <= HIGHEST_RATE), HIGHEST_RATE);
        STIPEND_MONTH_COUNTS_FROM_1_TO_28_DAYS.require(terms.fewestDays() >= 1 && terms.fewestDays() <= MOST_DAYS);
        checkCampaignsAndUnits(terms);
        STIPEND_POLICY_STARTS_WITH_A_MONTH.require(from.getDayOfMonth() == 1);
        apply(new StipendPolicyAdopted(version + 1, terms, command.instrument(), from));
    }

    private static LongStream rates(StipendTerms terms) {
        return LongStream.concat(
                LongStream.of(
                        terms.perMonth(),
                        terms.perDay(),
                        terms.perNight(),
                        Objects.requireNonNullElse(terms.mostPerMonth(), 0L),
                        Objects.requireNonNullElse(terms.mostPerYear(), 0L)),
                terms.campaignRates().stream().mapToLong(CampaignRate::perDay));
    }

    private static void checkCampaignsAndUnits(StipendTerms terms) {
        STIPEND_MULTIPLIER_IS_PLAUSIBLE.require(
                terms.unitMultipliers().stream()
                        .allMatch(each -> each.hundredths() >= LEAST_FACTOR && each.hundredths() <= MOST_FACTOR),
                LEAST_FACTOR,
                MOST_FACTOR);
        STIPEND_CAMPAIGN_AND_UNIT_ARE_NAMED_ONCE.require(terms.campaignRates().stream()
                                .map(CampaignRate::campaign)
                                .distinct()
                                .count()
                        == terms.campaignRates().size()
                && terms.unitMultipliers().stream()
                                .map(UnitMultiplier::unit)
                                .distinct()
                                .count()
                        == terms.unitMultipliers().size());
    }

    @CommandHandler
    void decide(WithdrawStipendPolicy command) {
        STIPEND_POLICY_TO_WITHDRAW_IS_ADOPTED.require(
                versions.has(adopted -> adopted.version() == command.version()), command.version());
        apply(new StipendPolicyWithdrawn(command.version()));
    }

    /** The version that applies in a month, as known now; empty before the first. */
    Optional<StipendPolicyAdopted> in(YearMonth month) {
        return versions.at(month.atDay(1));
    }

    @EventHandler
    void evolve(StipendPolicyEvent event) {
        id = ID;
        event.change(versions);
        version = event instanceof StipendPolicyAdopted adopted ? adopted.version() : version;
    }
}
