# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 53d7ded8ce8919488a8edd16b7c64907
"""Sample files to download: a blue square, a second of a test picture, a short tone."""

import zlib
from base64 import b85decode

PNG = (
    "c-rd>@N?(olHy`uVBq!ia0vp^3LwnE1SJ1Ryj={WI14-?i-9yF82hUpxdvqDdb&7<RLn^>@v%JV;"
    "C;X;__DjM#MXo>O@Z8Qs0=18CWe`vjCUCSc<cviWbkzLb6Mw<&;$UNB_N;"
)
MP4 = (
    "c-muNU{FXasVvAW&d+6FU}6B#Kx~v)mTZ_?U}DI?z|5DMpI^qnz>t$$mXX4M0+?TbF(U&AApj$)D"
    "s;XB175%cM6o4BiP=DQOi4D_PG(HgKz8G|2dljTP|U!flA2Od45VdJbBaq4I-ur)^)g<~P036IG8"
    "A%C(EaWJ#-T^R9NmnRoFbS^S!PNqvdS<ZKi?xUFC`}xq=vB}H#08{$Pg*Z1sjU&OqCRfoJ>klY8s"
    "L^cuI?M6d-IyhvJf?93cBZaY=Csl9~;mNW&2nAWsW0cmQb+m<k>rpn8Rz%%ln<GZSnPA@Tn|kTe6"
    "Ta%N0n;QIfNK_VSUuklg(#-sp>6EM;E$mNg$BLjQJ3uneDn{@vE_yM-9AhEar>JAVVNh&FV1~TIV"
    "nEAye;0S=Z7Z~v%FEWS#{e>(J!ZJXyWHd1*B)KZo1jL{R#C#C5lJk)w*A7VAmZp?|BGoiE6-<MGB"
    "60)*BfTiGpdbf1FgP+Hse~h~C>0dDF1aa*Aih>=M^k-U{q;E3XUdB;c;=swR#Cg_R3%&g@q|h<Ly"
    "nf(N%cE*E56*{c<CTeHJ9To+5Z1utj_*#001*+gv<"
)
WAV = (
    "c-rlcNeaR+7)H~TF1>*sMHd#_y3ln&+zB1hDIJrxX`2qYnuqZKCJhukgCS(|_<0}idNIw<27vqNc"
    "7DF#VFv&(#5?Z6@(r*B4+~mvaZ@&I;(TUJnFOwFJARzky(9z0Y3K<8qpa#iLB^J3lGt9Dk#?9lAG"
    "<1xpd(3&sU%Zh=dmw{8ze$4iBKbdQKLes8O3T0#<@}tEm_BiBtPnPERUg5W6IQ6ftE2J=?>kYJ9L"
    "Nc&>jEW@dY(W>}m"
)

SAMPLES = {
    "png": ("image/png", PNG),
    "mp4": ("video/mp4", MP4),
    "wav": ("audio/wav", WAV),
}
"""Suffix: content type, and the bytes, compressed by zlib and in base85."""


def sample(suffix: str) -> bytes:
    """Return the bytes of the sample file with `suffix`."""
    return zlib.decompress(b85decode(SAMPLES[suffix][1]))
