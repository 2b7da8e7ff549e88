/** Tests of persons' files. */
@NullMarked
package vn.soto.query.personfile;

import org.jspecify.annotations.NullMarked;
