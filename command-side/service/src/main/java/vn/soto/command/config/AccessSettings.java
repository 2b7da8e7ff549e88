package vn.soto.command.config;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import vn.soto.contracts.access.AccountId;

/**
 * Settings of access.
 *
 * @param firstAdministrator account, as sign-in names it, that this start makes the first administrator of a ledger that has
 *     none; absent to make nobody one
 */
@ConfigurationProperties("soto")
public record AccessSettings(@Nullable AccountId firstAdministrator) {}
