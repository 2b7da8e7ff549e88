package vn.soto.query.me;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import vn.soto.contracts.access.Role;
import vn.soto.web.EndpointRight;

/**
 * Why an account may or may not do something.
 *
 * @param text    the same in words; of a refusal, those with which the question itself is refused
 * @param right   right that is asked for
 * @param roles   roles that give it
 * @param by      rights of the account that each suffice; none if it may not, or if everybody may
 * @param held    rights of the account that give the right, wherever they reach
 * @param ofCommand whether it is about a command: then the rules of the command decide as well, at the time it is sent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Explanation(
        boolean allowed,
        String text,
        EndpointRight right,
        List<Role> roles,
        List<RightView> by,
        List<RightView> held,
        boolean ofCommand) {}
