package vn.soto.domain.household;

import static vn.soto.contracts.access.Role.LEADER;
import static vn.soto.contracts.access.Role.MEMBER;
import static vn.soto.contracts.access.Role.OFFICER;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.Consent;
import vn.soto.contracts.household.ConsentEvent.ConsentCorrected;
import vn.soto.contracts.household.ConsentEvent.ConsentRecorded;
import vn.soto.contracts.household.ConsentMethod;
import vn.soto.contracts.household.ConsentPurpose;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.CorrectionCommand;
import vn.soto.domain.shared.Corrects;
import vn.soto.domain.shared.OwnRecord;
import vn.soto.domain.shared.ReasonList;
import vn.soto.domain.shared.Reasons;

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

    /**
     * Corrects a consent that was entered wrongly. The household's word stays what it was: a consent that it never gave
     * is withdrawn from its first day on.
     *
     * @param enteredOn day as entered; with the purpose, it identifies the consent
     * @param day       the right day; the same applies to the values before it
     * @param by        witness as entered, who corrects it; required from a member without an officer
     */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(
            as = "correct-consent",
            at = "households/{household}/consents/correction",
            by = {OFFICER, LEADER},
            own = MEMBER)
    @Corrects(RecordConsent.class)
    record CorrectConsent(
            HouseholdId household,
            ConsentPurpose purpose,
            LocalDate enteredOn,
            int textVersion,
            ConsentMethod method,
            TeamId team,
            MemberId witness,
            LocalDate day,
            @Nullable MemberId by,
            String reason)
            implements ConsentCommand, CorrectionCommand, OwnRecord {

        Consent consent() {
            return new Consent(purpose, textVersion, method, team, witness, day);
        }

        @Override
        public String record() {
            return consents();
        }

        @Override
        public boolean isStatedBy(DomainEvent event) {
            Consent stated = switch (event) {
                case ConsentRecorded recorded -> recorded.consent();
                case ConsentCorrected corrected -> corrected.consent();
                default -> null;
            };
            return stated != null && stated.purpose() == purpose && stated.day().equals(enteredOn);
        }
    }

    /** @param effectiveFrom first day on which the consent is no longer valid */
    @ClientCommand(
            as = "withdraw-consent",
            at = "households/{household}/consents/withdrawal",
            by = {OFFICER, LEADER, MEMBER})
    @Corrects({RecordConsent.class, TakeBackConsentWithdrawal.class})
    record WithdrawConsent(HouseholdId household, ConsentPurpose purpose, LocalDate effectiveFrom)
            implements ConsentCommand {}

    /**
     * Takes back a withdrawal that was entered by mistake: the household never withdrew. The consent before it applies
     * again.
     *
     * @param effectiveFrom day of the withdrawal as entered
     */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(
            as = "take-back-consent-withdrawal",
            at = "households/{household}/consents/withdrawal/correction",
            by = {OFFICER, LEADER})
    @Corrects(WithdrawConsent.class)
    record TakeBackConsentWithdrawal(
            HouseholdId household, ConsentPurpose purpose, LocalDate effectiveFrom, String reason)
            implements ConsentCommand, CorrectionCommand {}

    /** The places that commands about consents touch. */
    @Override
    default List<CommandPlace> touches() {
        CommandPlace household = new CommandPlace.OfHousehold(household());
        return switch (this) {
            case RecordConsent record -> List.of(household, new CommandPlace.OfTeam(record.team()));
            case CorrectConsent correct -> List.of(household, new CommandPlace.OfTeam(correct.team()));
            case WithdrawConsent _, TakeBackConsentWithdrawal _ -> List.of(household);
        };
    }
}
