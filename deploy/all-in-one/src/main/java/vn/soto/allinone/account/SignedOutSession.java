package vn.soto.allinone.account;

import java.time.Instant;
import vn.soto.contracts.access.AccountId;

/**
 * A session that signed out, which no cookie brings back.
 *
 * @param until when each cookie of it is over, so that it may be forgotten
 */
public record SignedOutSession(AccountId account, String session, Instant until) {}
