package vn.soto.domain.policy;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.policy.PolicyRule.POLICY_ASKS_FOR_SOMETHING_POSSIBLE;
import static vn.soto.domain.policy.PolicyRule.POLICY_TO_WITHDRAW_IS_ADOPTED;
import static vn.soto.domain.policy.PolicyRule.TWO_PERSONS_ARE_ASKED_FOR_KNOWN_COMMANDS;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.policy.Adoption;
import vn.soto.contracts.policy.PolicyEvent;
import vn.soto.contracts.policy.PolicyEvent.PolicyAdopted;
import vn.soto.contracts.policy.PolicyEvent.PolicyWithdrawn;
import vn.soto.contracts.policy.Terms;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.domain.policy.PolicyCommand.AdoptPolicy;
import vn.soto.domain.policy.PolicyCommand.WithdrawPolicy;
import vn.soto.domain.shared.CommandMetadata;

/** All versions of the policy. A ledger belongs to one province and has one policy. */
@AggregateRoot(type = "policy")
public final class PolicyVersions {

    public static final String ID = "policy";

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private String id;

    private final DayHistory<PolicyAdopted> versions = new DayHistory<>();
    private int version;

    PolicyVersions() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(
            AdoptPolicy command,
            @MetaDataValue(CommandMetadata.APPROVED) @Nullable Boolean approved,
            Policies policies) {
        Terms terms = command.terms();
        POLICY_ASKS_FOR_SOMETHING_POSSIBLE.require(terms.minimumMembers() >= 1
                && terms.householdsPerMember() >= 1
                && terms.reportDueDays() >= 0
                && terms.lateEntryDays() >= 0
                && terms.requestDueDays() >= 0
                && terms.daysToCorrectOwn() >= 0
                && terms.forDataRequests().leavesTime()
                && (terms.retention() == null || terms.retention().keepsForSomeTime()));
        for (String name : terms.twoPersons()) {
            TWO_PERSONS_ARE_ASKED_FOR_KNOWN_COMMANDS.require(policies.mayAskForTwo(name), name);
        }
        apply(new PolicyAdopted(
                version + 1,
                terms,
                command.instrument(),
                command.effectiveFrom(),
                adoption(Boolean.TRUE.equals(approved))));
    }

    @CommandHandler
    void decide(WithdrawPolicy command) {
        POLICY_TO_WITHDRAW_IS_ADOPTED.require(
                versions.has(adopted -> adopted.version() == command.version()), command.version());
        apply(new PolicyWithdrawn(command.version()));
    }

    private Adoption adoption(boolean approved) {
        if (approved) {
            return Adoption.BY_TWO_PERSONS;
        }
        return version == 0 ? Adoption.FIRST_BY_ONE_PERSON : Adoption.BY_ONE_PERSON;
    }

    /** The terms that apply on that day, as known now; absent before the first version. */
    Optional<Terms> on(LocalDate day) {
        return versions.at(day).map(PolicyAdopted::terms);
    }

    /** The terms of all versions whose first day is after that day. */
    List<Terms> after(LocalDate day) {
        return versions.daysFrom(day)
                .skip(1)
                .flatMap(from -> versions.at(from).stream())
                .map(PolicyAdopted::terms)
                .toList();
    }

    @EventHandler
    void evolve(PolicyEvent event) {
        id = ID;
        event.change(versions);
        version = event instanceof PolicyAdopted adopted ? adopted.version() : version;
    }
}
