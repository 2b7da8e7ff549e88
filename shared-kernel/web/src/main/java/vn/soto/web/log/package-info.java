/** The logs of a process: the general one in bounded lines, and apart from it the access log of personal data. */
@NullMarked
package vn.soto.web.log;

import org.jspecify.annotations.NullMarked;
