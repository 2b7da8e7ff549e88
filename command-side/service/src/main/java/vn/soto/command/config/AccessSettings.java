package vn.soto.command.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import vn.soto.contracts.access.AccountId;

/**
 * Settings of access.
 *
 * @param firstAdministrator account, as sign-in names it, that this start makes the first administrator of a ledger that has
 *     none; absent to make nobody one
 * @param accountCommand     file of which this process takes in what whoever runs the machine decides about accounts; absent for none
 */
@ConfigurationProperties("soto")
public record AccessSettings(
        @Nullable AccountId firstAdministrator, @Nullable Path accountCommand) {}
