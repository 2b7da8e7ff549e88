package vn.soto.query.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.team.MemberId;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.person.Person;
import vn.soto.query.person.Persons;
import vn.soto.web.EndpointRight;

@RestController
record MemberProfileQuestions(Members members, Persons persons) {

    /** @param person absent for a member without a recorded name */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MemberView(
            MemberId member, @JsonUnwrapped @Nullable Person person) {}

    @Query(at = "/api/members/{member}", right = EndpointRight.SUPPORT, of = "member")
    MemberView member(Asked asked, @PathVariable MemberId member) {
        long asOf = asked.asOf();
        members.require(member.value(), asOf);
        asked.refusedNow(persons.stage(Subject.of(member)).refusals());
        return new MemberView(member, persons.find(Subject.of(member), asOf).orElse(null));
    }
}
