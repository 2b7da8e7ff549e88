package vn.soto.contracts.household;

import java.time.LocalDate;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/**
 * What a household agreed to, and how that can be shown.
 *
 * @param textVersion of the text that was read to it or that it signed, from 1
 * @param team        of the witness
 * @param witness     a member of the team on that day
 * @param day         on which it agreed
 */
public record Consent(
        ConsentPurpose purpose, int textVersion, ConsentMethod method, TeamId team, MemberId witness, LocalDate day) {}
