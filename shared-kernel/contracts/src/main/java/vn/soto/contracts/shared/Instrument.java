package vn.soto.contracts.shared;

import java.time.LocalDate;

/** The legal document behind a decision: its number, such as {@code 19/2025/QĐ-TTg}, and the day it was signed. */
public record Instrument(String number, LocalDate signedOn) {

    public static final int MAX_NUMBER_LENGTH = 60;

    public Instrument {
        Text.require(number, MAX_NUMBER_LENGTH);
    }
}
