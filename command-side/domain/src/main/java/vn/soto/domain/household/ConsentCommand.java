package vn.soto.domain.household;

import static vn.soto.domain.shared.Role.LEADER;
import static vn.soto.domain.shared.Role.MEMBER;
import static vn.soto.domain.shared.Role.OFFICER;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import vn.soto.contracts.household.Consent;
import vn.soto.contracts.household.ConsentMethod;
import vn.soto.contracts.household.ConsentPurpose;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;

/** Everything that can be asked about what a household agrees to. */
public sealed interface ConsentCommand extends Command {

    HouseholdId household();

    @TargetAggregateIdentifier
    default String consents() {
        return Consents.idOf(household());
    }

    /**
     * @param textVersion of the text that was read to it or that it signed, from 1
     * @param team        of the witness
     * @param witness     a member of the team on that day
     * @param day         on which it agreed
     */
    @ClientCommand(
            as = "record-consent",
            at = "households/{household}/consents",
            by = {OFFICER, LEADER, MEMBER})
    record RecordConsent(
            HouseholdId household,
            ConsentPurpose purpose,
            int textVersion,
            ConsentMethod method,
            TeamId team,
            MemberId witness,
            LocalDate day)
            implements ConsentCommand {

        Consent consent() {
            return new Consent(purpose, textVersion, method, team, witness, day);
        }
    }

    /** @param effectiveFrom first day on which it no longer holds */
    @ClientCommand(
            as = "withdraw-consent",
            at = "households/{household}/consents/withdrawal",
            by = {OFFICER, LEADER, MEMBER})
    record WithdrawConsent(HouseholdId household, ConsentPurpose purpose, LocalDate effectiveFrom)
            implements ConsentCommand {}
}
