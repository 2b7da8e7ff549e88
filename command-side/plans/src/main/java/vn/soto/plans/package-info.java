/** Carries plans out: step by step, each a commit of its own, from where they are, also after a stop. */
@NullMarked
package vn.soto.plans;

import org.jspecify.annotations.NullMarked;
