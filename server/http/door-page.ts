/** What a browser shows to who comes without a token: a line, and where to put one. */
export const doorPage = (what: string): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Myodesis</title>
<script src="door.js"></script>
<p>Myodesis: ${what}. Open the link or scan the code that its terminal shows.
<form method="get"><label>Token <input name="token" type="password" autocomplete="off" required></label>
<button>Come in</button></form></html>
`;

/**
 * Its script. A browser that follows a link on another site is led on from the address with the token, but keeps a strict
 * cookie back until a page of ours asks: so this one asks again, once, for an address that cannot be taken for this one
 * loaded anew.
 */
export const doorScript = `const tried = Number(sessionStorage.getItem('door'));
if (Date.now() - tried > 10000) {
  sessionStorage.setItem('door', String(Date.now()));
  const search = new URLSearchParams(location.search);
  search.set('token', '');
  location.replace('?' + search + location.hash);
}
`;
