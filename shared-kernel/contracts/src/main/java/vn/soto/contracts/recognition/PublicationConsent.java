package vn.soto.contracts.recognition;

import java.time.LocalDate;
import vn.soto.contracts.household.ConsentMethod;
import vn.soto.contracts.household.Responsible;

/**
 * Consent of a person to being named as recognised.
 *
 * @param textVersion version, from 1, of the text that the person heard or signed
 * @param witness     another member
 * @param day         of the consent
 */
public record PublicationConsent(int textVersion, ConsentMethod method, Responsible witness, LocalDate day) {}
