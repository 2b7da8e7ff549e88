package vn.soto.query.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.soto.contracts.shared.QuarterCalendar;

/**
 * How the query side reads and answers.
 *
 * @param calendar   which days make a quarter
 * @param pageSize   commits read from the ledger at once
 * @param batchSize  events folded before their documents are written
 * @param workers    threads folding, shared by all projections
 * @param claimTimeout      a process that does not answer for so long loses its segments to others
 * @param pollInterval       longest time between two looks for new commits, when nothing signals them
 * @param readYourWritesTimeout   how long a question waits for the commit it names
 * @param maxWaitingQueries    most questions that wait for a commit at the same time; 503 for the others
 * @param staleAfter age of the oldest commit not folded above which an answer is called stale
 * @param pageLimit  most entries in one page of an answer
 */
@ConfigurationProperties("soto.query")
public record QuerySettings(
        @DefaultValue("CALENDAR") QuarterCalendar calendar,
        @DefaultValue("500") int pageSize,
        @DefaultValue("512") int batchSize,
        @DefaultValue("4") int workers,
        @DefaultValue("6s") Duration claimTimeout,
        @DefaultValue("250ms") Duration pollInterval,
        @DefaultValue("5s") Duration readYourWritesTimeout,
        @DefaultValue("256") int maxWaitingQueries,
        @DefaultValue("5s") Duration staleAfter,
        @DefaultValue("200") int pageLimit) {}
