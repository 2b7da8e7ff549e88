/** Tests of personal data in answers: profiles, sealed texts, the access log. */
@NullMarked
package vn.soto.query.person;

import org.jspecify.annotations.NullMarked;
