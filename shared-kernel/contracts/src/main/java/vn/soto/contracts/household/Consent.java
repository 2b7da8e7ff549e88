package vn.soto.contracts.household;

import java.time.LocalDate;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/**
 * A household's consent and its evidence.
 *
 * @param textVersion version, from 1, of the text that the household heard or signed
 * @param team        team of the witness
 * @param witness     a member of the team on that day
 * @param day         day of the consent
 */
public record Consent(
        ConsentPurpose purpose, int textVersion, ConsentMethod method, TeamId team, MemberId witness, LocalDate day) {}
