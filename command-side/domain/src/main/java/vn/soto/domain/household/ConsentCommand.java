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

/** Commands about a household's consents. */
public sealed interface ConsentCommand extends Command {

    HouseholdId household();

    @TargetAggregateIdentifier
    default String consents() {
        return Consents.idOf(household());
    }

    /**
     * @param textVersion version, from 1, of the text that the household heard or signed
     * @param team        team of the witness
     * @param witness     a member of the team on that day
     * @param day         day of the consent
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

    /** @param effectiveFrom first day on which the consent is no longer valid */
    @ClientCommand(
            as = "withdraw-consent",
            at = "households/{household}/consents/withdrawal",
            by = {OFFICER, LEADER, MEMBER})
    record WithdrawConsent(HouseholdId household, ConsentPurpose purpose, LocalDate effectiveFrom)
            implements ConsentCommand {}
}
