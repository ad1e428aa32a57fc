<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en_US">
<context>
    <name>Attention</name>
    <message>
        <source>Blocked: {count}</source>
        <translation>차단됨: {count}건</translation>
    </message>
    <message>
        <source>Refunds that are not clear yet. {counts}</source>
        <translation>아직 결과가 확실하지 않은 환불이 있습니다. {counts}</translation>
    </message>
    <message>
        <source>What is being checked: do not refund it in another way until {time}.</source>
        <translation>확인 중인 환불은 {time}까지 다른 방법으로 환불하지 마세요.</translation>
    </message>
    <message>
        <source>What is being checked: do not refund it in another way until {time} ({left} left).</source>
        <translation>확인 중인 환불은 {time}까지 다른 방법으로 환불하지 마세요. (남은 시간 {left})</translation>
    </message>
    <message>
        <source>1 payment is blocked</source>
        <translation>차단된 결제 1건</translation>
    </message>
    <message>
        <source>{count} payments are blocked</source>
        <translation>차단된 결제 {count}건</translation>
    </message>
    <message>
        <source>Since last time: {what}.</source>
        <translation>지난번 실행 이후 확실하지 않은 것: {what}.</translation>
    </message>
    <message>
        <source>Since last time: everything is clear now.</source>
        <translation>지난번에 끝나지 않은 환불이 모두 확인되었습니다.</translation>
    </message>
    <message>
        <source>The refund history shows how each refund ended.</source>
        <translation>각각의 결과는 환불 내역에서 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>The program reads what is missing from PortOne. Each refund is safe meanwhile, because the payment is read afresh first.</source>
        <translation>빠진 기록은 프로그램이 포트원에서 읽어 옵니다. 환불할 때마다 먼저 결제를 새로 읽으므로, 그동안에도 안전하게 환불할 수 있습니다.</translation>
    </message>
    <message>
        <source>The data folder is new, although this computer made refunds before.</source>
        <translation>이 컴퓨터에서 환불한 적이 있는데 데이터 폴더가 비어 있습니다.</translation>
    </message>
    <message>
        <source>The data folder seems to have been restored from an older copy.</source>
        <translation>데이터 폴더가 예전 복사본으로 되돌려진 것 같습니다.</translation>
    </message>
    <message>
        <source>What was missing here has been read from PortOne.</source>
        <translation>빠진 기록을 포트원에서 모두 읽어 왔습니다.</translation>
    </message>
    <message>
        <source>Refunds that were found there stand in the history as “Found at PortOne”.</source>
        <translation>찾은 환불은 환불 내역에 “포트원에서 발견”으로 표시됩니다.</translation>
    </message>
    <message>
        <source>Look at these orders. If a customer was paid in another way meanwhile, speak to them, and ask the PG where the record does not fit.</source>
        <translation>이 주문들을 확인해 주세요. 그사이 고객에게 다른 방법으로 돈을 드렸다면 고객과 상의하고, 기록이 맞지 않으면 PG사에 문의하세요.</translation>
    </message>
    <message>
        <source>Order {order}: PortOne&apos;s record no longer shows the refund of {amount}.</source>
        <translation>주문 {order}: 포트원 기록에서 {amount} 환불이 사라졌습니다.</translation>
    </message>
    <message>
        <source>Order {order}: the refund of {amount}, told as not made, was accepted after all.</source>
        <translation>주문 {order}: 되지 않은 것으로 알려 드린 {amount} 환불이 뒤늦게 접수되었습니다.</translation>
    </message>
    <message>
        <source>Order {order}: the refund of {amount}, told as not made, was made after all.</source>
        <translation>주문 {order}: 되지 않은 것으로 알려 드린 {amount} 환불이 뒤늦게 처리되었습니다.</translation>
    </message>
    <message>
        <source>Needs review: {count}</source>
        <translation>검토 필요: {count}건</translation>
    </message>
    <message>
        <source>Checking: {count}</source>
        <translation>확인 중: {count}건</translation>
    </message>
    <message>
        <source>Not sent, checking: {count}</source>
        <translation>보내지 않음 · 확인 중: {count}건</translation>
    </message>
    <message>
        <source>Waiting for the PG: {count}</source>
        <translation>PG 처리 대기: {count}건</translation>
    </message>
    <message>
        <source>1 refund needs a review</source>
        <translation>검토가 필요한 환불 1건</translation>
    </message>
    <message>
        <source>{count} refunds need a review</source>
        <translation>검토가 필요한 환불 {count}건</translation>
    </message>
    <message>
        <source>1 refund is being checked</source>
        <translation>확인 중인 환불 1건</translation>
    </message>
    <message>
        <source>{count} refunds are being checked</source>
        <translation>확인 중인 환불 {count}건</translation>
    </message>
    <message>
        <source>1 refund was not sent and is being checked</source>
        <translation>보내지 않아 확인 중인 환불 1건</translation>
    </message>
    <message>
        <source>{count} refunds were not sent and are being checked</source>
        <translation>보내지 않아 확인 중인 환불 {count}건</translation>
    </message>
    <message>
        <source>1 refund waits for the PG</source>
        <translation>PG사 처리를 기다리는 환불 1건</translation>
    </message>
    <message>
        <source>{count} refunds wait for the PG</source>
        <translation>PG사 처리를 기다리는 환불 {count}건</translation>
    </message>
    <message>
        <source>Look into the PG&apos;s own console, and write down in the review what you found.</source>
        <translation>PG사 관리자 화면에서 확인한 다음, 확인한 내용을 검토 창에 적어 주세요.</translation>
    </message>
    <message>
        <source>Do not refund these in another way: the program reads PortOne&apos;s record until it is clear.</source>
        <translation>결과가 확실해질 때까지 프로그램이 포트원 기록을 읽으니, 그동안 다른 방법으로 환불하지 마세요.</translation>
    </message>
    <message>
        <source>Click the banner above to see them.</source>
        <translation>위의 알림 줄을 누르면 하나씩 볼 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>AttentionBanner</name>
    <message>
        <source>Show them</source>
        <translation>보기</translation>
    </message>
</context>
<context>
    <name>BankFields</name>
    <message>
        <source>Bank</source>
        <translation>은행</translation>
    </message>
    <message>
        <source>Bank code of the PG</source>
        <translation>PG사 은행코드</translation>
    </message>
    <message>
        <source>{pg} has bank codes of its own that are not known here. Its manual lists them.</source>
        <translation>이 프로그램에는 {pg} 은행코드가 없습니다. PG사 매뉴얼에서 코드를 찾아 입력하세요.</translation>
    </message>
    <message>
        <source>Account number</source>
        <translation>계좌번호</translation>
    </message>
    <message>
        <source>Account number again</source>
        <translation>계좌번호 다시 입력</translation>
    </message>
    <message>
        <source>Please type the number a second time: that finds a wrong digit.</source>
        <translation>한 번 더 직접 입력해 주세요. 잘못 누른 숫자를 찾아냅니다.</translation>
    </message>
    <message>
        <source>Account holder</source>
        <translation>예금주</translation>
    </message>
    <message>
        <source>Customer&apos;s phone</source>
        <translation>고객 전화번호</translation>
    </message>
</context>
<context>
    <name>ConfirmStep</name>
    <message>
        <source>Is this right?</source>
        <translation>이대로 환불할까요?</translation>
    </message>
    <message>
        <source>Refund now</source>
        <translation>환불하기</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>By keyboard: Tab, then the space bar. Enter sends nothing.</source>
        <translation>키보드로는 Tab을 누른 다음 스페이스바를 누르세요. Enter로는 보내지 않습니다.</translation>
    </message>
    <message>
        <source>Other refunds are still being sent. When one has ended, this one can go.</source>
        <translation>다른 환불을 보내는 중입니다. 하나가 끝나면 이 환불을 보낼 수 있습니다.</translation>
    </message>
    <message>
        <source>Refund {amount} now</source>
        <translation>{amount} 환불하기</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>구매자</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>상품</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>결제수단</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>담당자</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>은행</translation>
    </message>
    <message>
        <source>Account number</source>
        <translation>계좌번호</translation>
    </message>
    <message>
        <source>Account holder</source>
        <translation>예금주</translation>
    </message>
    <message>
        <source>Customer&apos;s phone</source>
        <translation>고객 전화번호</translation>
    </message>
    <message>
        <source>Remains refundable</source>
        <translation>환불 후 남는 금액</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>TEST</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>Refunds of this order</source>
        <translation>이 주문의 환불 내역</translation>
    </message>
    <message>
        <source>Choose an order to see its payment and its refunds.</source>
        <translation>주문을 선택하면 결제와 환불 내역이 보입니다.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>불러오는 중…</translation>
    </message>
    <message>
        <source>Show the open refund</source>
        <translation>진행 중인 환불 보기</translation>
    </message>
    <message>
        <source>Refund…</source>
        <translation>환불…</translation>
    </message>
    <message>
        <source>Refundable</source>
        <translation>환불 가능 금액</translation>
    </message>
    <message>
        <source>Paid amount</source>
        <translation>결제 금액</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>환불 금액</translation>
    </message>
    <message>
        <source>Promotion discount</source>
        <translation>프로모션 할인</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>주문번호</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>구매자</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>결제수단</translation>
    </message>
    <message>
        <source>PG</source>
        <translation>PG사</translation>
    </message>
    <message>
        <source>Paid at</source>
        <translation>결제 일시</translation>
    </message>
    <message>
        <source>Approval no.</source>
        <translation>승인번호</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>실패 사유</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>결제 번호</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>영수증</translation>
    </message>
</context>
<context>
    <name>FormNotices</name>
    <message>
        <source>I looked there: it has not been refunded.</source>
        <translation>PG사에서 확인했습니다. 환불되지 않았습니다.</translation>
    </message>
    <message>
        <source>This payment has a promotion: only the whole amount can be refunded here. For a part, use PortOne&apos;s console.</source>
        <translation>프로모션이 적용된 결제라서 여기서는 전액만 환불할 수 있습니다. 일부 환불은 포트원 콘솔에서 하세요.</translation>
    </message>
    <message>
        <source>The whole amount or a part of it can be refunded.</source>
        <translation>전액 또는 일부를 환불할 수 있습니다.</translation>
    </message>
    <message>
        <source>The refund is paid into a bank account: ask the customer for it.</source>
        <translation>고객의 은행 계좌로 환불됩니다. 고객에게 계좌를 물어보세요.</translation>
    </message>
    <message>
        <source>Most PGs refund a phone payment only as a whole.</source>
        <translation>휴대폰 결제는 대부분의 PG사가 전액 환불만 받습니다.</translation>
    </message>
    <message>
        <source>While this was open, somebody refunded elsewhere: {before} was refundable, now it is {after}. Nothing was sent. Look at the amount and confirm it again.</source>
        <translation>이 창이 열려 있는 동안 다른 곳에서 환불되었습니다. 환불 가능 금액: {before} → {after}. 아무것도 보내지 않았습니다. 금액을 다시 확인해 주세요.</translation>
    </message>
    <message>
        <source>{when}: {amount}, {state}</source>
        <translation>{when}: {amount}, {state}</translation>
    </message>
    <message>
        <source>Look into {pg}&apos;s own console first, so that nothing is refunded twice.</source>
        <translation>두 번 환불되지 않도록 {pg} 관리자 화면에서 먼저 확인하세요.</translation>
    </message>
</context>
<context>
    <name>HistoryDetail</name>
    <message>
        <source>What was sent, and what came back</source>
        <translation>보낸 요청과 받은 응답</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>진행 기록</translation>
    </message>
    <message>
        <source>Show the order</source>
        <translation>주문 보기</translation>
    </message>
    <message>
        <source>Choose a refund to see its proof.</source>
        <translation>환불을 선택하면 증빙이 보입니다.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>불러오는 중…</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>포트원 응답</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>주문번호</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>상품</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>구매자</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>To the account</source>
        <translation>환불 계좌</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>담당자</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>카운터</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>환불 태그</translation>
    </message>
    <message>
        <source>Cancellation</source>
        <translation>취소 번호</translation>
    </message>
    <message>
        <source>Before → after</source>
        <translation>누적 환불액 (전 → 후)</translation>
    </message>
    <message>
        <source>Refundable before</source>
        <translation>환불 전 환불 가능 금액</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>결제 번호</translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation>{before} → {after}</translation>
    </message>
    <message>
        <source>{bank} ····{digits}, holder {initial}··</source>
        <translation>{bank} ····{digits}, 예금주 {initial}○○</translation>
    </message>
    <message>
        <source>Attempt {number}</source>
        <translation>{number}차 시도</translation>
    </message>
</context>
<context>
    <name>HistoryFilters</name>
    <message>
        <source>Order no., buyer, goods, tag, reason…</source>
        <translation>주문번호, 구매자, 상품, 태그, 사유…</translation>
    </message>
    <message>
        <source>Search refunds</source>
        <translation>환불 찾기</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>모든 상태</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>주문번호</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>상품</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>구매자</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>담당자</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>출처</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Refunds</source>
        <translation>환불 내역</translation>
    </message>
    <message>
        <source>No refund was made yet.</source>
        <translation>아직 환불이 없습니다.</translation>
    </message>
    <message>
        <source>Choose an order under Orders to refund it. It then stands here for good.</source>
        <translation>주문 화면에서 주문을 골라 환불하면 여기에 계속 남습니다.</translation>
    </message>
    <message>
        <source>No refund was found.</source>
        <translation>찾는 환불이 없습니다.</translation>
    </message>
    <message>
        <source>Change the search or the filters above.</source>
        <translation>검색어나 위의 조건을 바꿔 보세요.</translation>
    </message>
</context>
<context>
    <name>KeysForm</name>
    <message>
        <source>REST API key</source>
        <translation>REST API Key</translation>
    </message>
    <message>
        <source>REST API secret</source>
        <translation>REST API Secret</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>연결 확인</translation>
    </message>
    <message>
        <source>Asking PortOne…</source>
        <translation>포트원에 확인하는 중…</translation>
    </message>
    <message>
        <source>✓ Connected. These keys work.</source>
        <translation>✓ 연결되었습니다. 사용할 수 있는 키입니다.</translation>
    </message>
</context>
<context>
    <name>LanguageCombo</name>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
</context>
<context>
    <name>LoadingStep</name>
    <message>
        <source>Read again</source>
        <translation>다시 읽기</translation>
    </message>
    <message>
        <source>Reading the payment…</source>
        <translation>결제를 확인하는 중…</translation>
    </message>
    <message>
        <source>A refund needs the network: the payment is read afresh before each one.</source>
        <translation>환불하려면 인터넷이 필요합니다. 환불 전에 결제를 매번 새로 확인합니다.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Refund terminal – PRACTICE</source>
        <translation>환불 단말기 – 연습 모드</translation>
    </message>
    <message>
        <source>Refund terminal</source>
        <translation>환불 단말기</translation>
    </message>
    <message>
        <source>A refund is being sent: the window stays open until its answer is there.</source>
        <translation>환불을 보내는 중입니다. 응답이 올 때까지 창을 닫을 수 없습니다.</translation>
    </message>
    <message>
        <source>Close it again in a moment.</source>
        <translation>잠시 후 다시 닫아 주세요.</translation>
    </message>
    <message>
        <source>The answer to a refund is not saved yet: the disk does not take it.</source>
        <translation>환불 응답을 아직 저장하지 못했습니다. 디스크에 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Make room on the disk; it is tried again each second. Close again to leave it.</source>
        <translation>디스크 공간을 확보해 주세요. 1초마다 다시 저장합니다. 그대로 닫으려면 한 번 더 닫으세요.</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Orders</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Refund history</source>
        <translation>환불 내역</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>PRACTICE</source>
        <translation>연습 모드</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>실제 환불</translation>
    </message>
    <message>
        <source>A made-up shop. No real money moves here.</source>
        <translation>가상의 가게입니다. 실제 돈은 나가지 않습니다.</translation>
    </message>
    <message>
        <source>Refunds move real money.</source>
        <translation>환불하면 실제 돈이 나갑니다.</translation>
    </message>
    <message>
        <source>Refund history ({count})</source>
        <translation>환불 내역 ({count})</translation>
    </message>
    <message>
        <source>Refund history, not clear yet: {count}</source>
        <translation>환불 내역, 결과가 확실하지 않은 환불 {count}건</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>OK</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Put this notice away</source>
        <translation>알림 닫기</translation>
    </message>
</context>
<context>
    <name>OperatorCombo</name>
    <message>
        <source>Operator</source>
        <translation>담당자</translation>
    </message>
</context>
<context>
    <name>OrderFilters</name>
    <message>
        <source>Order no., buyer, goods, phone, approval no.…</source>
        <translation>주문번호, 구매자, 상품, 전화번호, 승인번호…</translation>
    </message>
    <message>
        <source>Search orders</source>
        <translation>주문 찾기</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>모든 상태</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>결제수단</translation>
    </message>
    <message>
        <source>All methods</source>
        <translation>모든 결제수단</translation>
    </message>
</context>
<context>
    <name>OrdersModel</name>
    <message>
        <source>Date</source>
        <translation>일시</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>주문번호</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>상품</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>구매자</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>결제수단</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>결제 금액</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>환불 금액</translation>
    </message>
    <message>
        <source>Refundable</source>
        <translation>환불 가능</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>{state} · TEST</source>
        <translation>{state} · 테스트</translation>
    </message>
</context>
<context>
    <name>OrdersPage</name>
    <message>
        <source>Orders</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>There are no orders here yet.</source>
        <translation>아직 불러온 주문이 없습니다.</translation>
    </message>
    <message>
        <source>Press F5 to load the orders of the last 90 days.</source>
        <translation>F5를 누르면 최근 90일 주문을 불러옵니다.</translation>
    </message>
    <message>
        <source>No order was found.</source>
        <translation>찾는 주문이 없습니다.</translation>
    </message>
    <message>
        <source>Change the search or the filters above.</source>
        <translation>검색어나 위의 조건을 바꿔 보세요.</translation>
    </message>
</context>
<context>
    <name>PaymentCard</name>
    <message>
        <source>Refundable</source>
        <translation>환불 가능 금액</translation>
    </message>
    <message>
        <source>TEST PAYMENT</source>
        <translation>테스트 결제</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>구매자</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>상품</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>결제수단</translation>
    </message>
    <message>
        <source>Paid at</source>
        <translation>결제 일시</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>결제 금액</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>환불 금액</translation>
    </message>
</context>
<context>
    <name>PayoutNote</name>
    <message>
        <source>Operator</source>
        <translation>담당자</translation>
    </message>
    <message>
        <source>The customer has confirmed the money</source>
        <translation>고객이 입금을 확인함</translation>
    </message>
</context>
<context>
    <name>PeriodFilter</name>
    <message>
        <source>Period</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>All dates</source>
        <translation>전체 기간</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7일</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30일</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90일</translation>
    </message>
</context>
<context>
    <name>RefundDialog</name>
    <message>
        <source>Refund – {order}</source>
        <translation>환불 – {order}</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>환불</translation>
    </message>
</context>
<context>
    <name>RefundForm</name>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Whole amount</source>
        <translation>전액</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Note (stays here)</source>
        <translation>메모 (가게에만 남음)</translation>
    </message>
    <message>
        <source>Continue…</source>
        <translation>다음…</translation>
    </message>
    <message>
        <source>won</source>
        <translation>원</translation>
    </message>
    <message>
        <source>{left} left</source>
        <translation>{left}자 남음</translation>
    </message>
    <message>
        <source>{over} too many</source>
        <translation>{over}자 초과</translation>
    </message>
</context>
<context>
    <name>Result</name>
    <message>
        <source>Order: {value}</source>
        <translation>주문번호: {value}</translation>
    </message>
    <message>
        <source>Buyer: {value}</source>
        <translation>구매자: {value}</translation>
    </message>
    <message>
        <source>Goods: {value}</source>
        <translation>상품: {value}</translation>
    </message>
    <message>
        <source>Amount: {value}</source>
        <translation>금액: {value}</translation>
    </message>
    <message>
        <source>Cancellation ID: {value}</source>
        <translation>취소 번호: {value}</translation>
    </message>
    <message>
        <source>Refund tag: {value}</source>
        <translation>환불 태그: {value}</translation>
    </message>
    <message>
        <source>Refundable before: {value}</source>
        <translation>환불 전 환불 가능 금액: {value}</translation>
    </message>
    <message>
        <source>Refundable now: {value}</source>
        <translation>현재 환불 가능 금액: {value}</translation>
    </message>
    <message>
        <source>Account: {value}</source>
        <translation>환불 계좌: {value}</translation>
    </message>
    <message>
        <source>Refunded by: {value}</source>
        <translation>담당자: {value}</translation>
    </message>
    <message>
        <source>Confirmed at: {value}</source>
        <translation>확인 시각: {value}</translation>
    </message>
    <message>
        <source>{amount} of your order {order} has been refunded. {payout}</source>
        <translation>주문번호 {order}, {amount} 환불이 처리되었습니다. {payout}</translation>
    </message>
    <message>
        <source>The refund of {amount} for your order {order} has been accepted. {payout}</source>
        <translation>주문 {order}의 {amount} 환불이 접수되었습니다. {payout}</translation>
    </message>
</context>
<context>
    <name>ResultStep</name>
    <message>
        <source>The answer, word for word</source>
        <translation>받은 문구 그대로</translation>
    </message>
    <message>
        <source>Type the customer&apos;s account once more: it is never stored.</source>
        <translation>고객 계좌를 다시 입력해 주세요. 계좌번호는 저장하지 않습니다.</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>지금 확인</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 보내기</translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>검토하기…</translation>
    </message>
    <message>
        <source>Copy message for the customer</source>
        <translation>고객 안내 문구 복사</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Do not refund this in another way until {time} ({left} left).</source>
        <translation>{time}까지 다른 방법으로 환불하지 마세요. ({left} 남음)</translation>
    </message>
    <message>
        <source>This is not the account that was confirmed.</source>
        <translation>처음에 확인한 계좌와 다릅니다.</translation>
    </message>
    <message>
        <source>To refund to another account, close this to give the refund up, and make a new one.</source>
        <translation>다른 계좌로 환불하려면 이 창을 닫아 이 환불을 그만두고 새로 환불하세요.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>복사했습니다</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>No refunds in it.</source>
        <translation>환불 기록이 없습니다.</translation>
    </message>
    <message>
        <source>Amount: {amount}
Confirmed: {when}
Tag: {tag}
Reason: {reason}</source>
        <translation>금액: {amount}
확정: {when}
태그: {tag}
사유: {reason}</translation>
    </message>
    <message>
        <source>Refunded by: {who}</source>
        <translation>담당: {who}</translation>
    </message>
    <message>
        <source>Attempt {number}, {when}: {outcome}</source>
        <translation>{number}차 시도, {when}: {outcome}</translation>
    </message>
    <message>
        <source>Paid: {paid}
Refunded: {refunded}
Refundable: {balance}</source>
        <translation>결제: {paid}
환불: {refunded}
환불 가능: {balance}</translation>
    </message>
    <message>
        <source>▶ {line} (has this refund&apos;s tag)</source>
        <translation>▶ {line} (이 환불의 태그가 있음)</translation>
    </message>
    <message>
        <source>▶ {line} (may be this refund)</source>
        <translation>▶ {line} (이 환불일 수 있음)</translation>
    </message>
    <message>
        <source>● {line} (new)</source>
        <translation>● {line} (새 기록)</translation>
    </message>
    <message>
        <source>○ {line} (was there before)</source>
        <translation>○ {line} (전부터 있던 기록)</translation>
    </message>
    <message>
        <source>{amount}, {when}, no reason</source>
        <translation>{amount}, {when}, 사유 없음</translation>
    </message>
    <message>
        <source>{amount}, {when}, reason: {reason}</source>
        <translation>{amount}, {when}, 사유: {reason}</translation>
    </message>
</context>
<context>
    <name>ReviewChoices</name>
    <message>
        <source>What became of it?</source>
        <translation>어떻게 되었나요?</translation>
    </message>
    <message>
        <source>New in PortOne&apos;s record, and may be this refund:</source>
        <translation>포트원 기록에 새로 생긴 환불 중 이 환불일 수 있는 것:</translation>
    </message>
    <message>
        <source>This is our refund: {entry}</source>
        <translation>이것이 우리가 한 환불입니다: {entry}</translation>
    </message>
    <message>
        <source>It was refunded, although the record shows another amount</source>
        <translation>기록의 금액은 다르지만 환불되었습니다</translation>
    </message>
    <message>
        <source>It was refunded, and is not in PortOne&apos;s record</source>
        <translation>환불되었지만 포트원 기록에는 없습니다</translation>
    </message>
    <message>
        <source>It was accepted and is waiting at the PG</source>
        <translation>PG사가 접수했고 처리를 기다립니다</translation>
    </message>
    <message>
        <source>It was not refunded</source>
        <translation>환불되지 않았습니다</translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message>
        <source>Review a refund</source>
        <translation>환불 검토</translation>
    </message>
    <message>
        <source>What did you find, and where?</source>
        <translation>어디에서 무엇을 확인했나요?</translation>
    </message>
    <message>
        <source>Write down the decision</source>
        <translation>결정 저장</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Reading PortOne&apos;s record…</source>
        <translation>포트원 기록을 읽는 중…</translation>
    </message>
</context>
<context>
    <name>ReviewEvidence</name>
    <message>
        <source>What we sent</source>
        <translation>보낸 내용</translation>
    </message>
    <message>
        <source>What PortOne&apos;s record shows</source>
        <translation>포트원 기록</translation>
    </message>
    <message>
        <source>Not read afresh, this is what was saved: {why}</source>
        <translation>새로 읽지 못해 저장된 기록을 보여 줍니다: {why}</translation>
    </message>
    <message>
        <source>Read just now.</source>
        <translation>방금 읽은 기록입니다.</translation>
    </message>
</context>
<context>
    <name>SendingStep</name>
    <message>
        <source>Refunding… do not refund this in another way</source>
        <translation>환불 중입니다… 다른 방법으로 환불하지 마세요</translation>
    </message>
    <message>
        <source>Refunding</source>
        <translation>환불 중</translation>
    </message>
    <message>
        <source>This stays open until the answer has come. You can go on working in the main window.</source>
        <translation>응답이 올 때까지 이 창은 열려 있습니다. 주 창에서는 계속 일할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Shop name</source>
        <translation>가게 이름</translation>
    </message>
    <message>
        <source>Counter name</source>
        <translation>카운터 이름</translation>
    </message>
    <message>
        <source>Operators (one per line)</source>
        <translation>담당자 (한 줄에 한 명)</translation>
    </message>
    <message>
        <source>Reasons (one per line)</source>
        <translation>환불 사유 (한 줄에 하나)</translation>
    </message>
    <message>
        <source>Tell the shop&apos;s own server about refunds (webhook)</source>
        <translation>환불을 가게 서버에 알리기 (웹훅)</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>API 키</translation>
    </message>
    <message>
        <source>Leave both empty to go on with the keys in use. New ones are checked before they are kept.</source>
        <translation>지금 쓰는 키를 그대로 쓰려면 비워 두세요. 새 키는 확인한 뒤에 저장합니다.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Test the new keys first.</source>
        <translation>먼저 새 키의 연결을 확인하세요.</translation>
    </message>
</context>
<context>
    <name>SetupWizard</name>
    <message>
        <source>Set up the refund terminal</source>
        <translation>환불 단말기 시작하기</translation>
    </message>
    <message>
        <source>Connect your shop</source>
        <translation>가게 연결하기</translation>
    </message>
    <message>
        <source>Enter the API keys of your shop at PortOne (i&apos;mport V1). They are kept in this computer&apos;s own keyring, never in a file.</source>
        <translation>포트원(아임포트 V1)의 가게 API 키를 입력하세요. 키는 이 컴퓨터의 보안 보관함에만 저장되며 파일에는 남지 않습니다.</translation>
    </message>
    <message>
        <source>Where to find them: admin.portone.io → Integration → Keys → V1 API. The console may allow only listed IP addresses: then add this shop&apos;s address there.</source>
        <translation>키 찾는 곳: 관리자 콘솔(admin.portone.io) → 결제 연동 → 연동 정보 → 식별코드·API Keys → V1 API. 콘솔에서 허용 IP를 제한했다면 이 가게의 IP도 추가해야 합니다.</translation>
    </message>
    <message>
        <source>Load orders of the last</source>
        <translation>불러올 주문 기간: 최근</translation>
    </message>
    <message>
        <source> months</source>
        <translation>개월</translation>
    </message>
    <message>
        <source>Months to load</source>
        <translation>불러올 개월 수</translation>
    </message>
    <message>
        <source>Try practice mode first</source>
        <translation>연습 모드로 먼저 해 보기</translation>
    </message>
    <message>
        <source>Finish and load orders</source>
        <translation>마치고 주문 불러오기</translation>
    </message>
</context>
<context>
    <name>SyncBar</name>
    <message>
        <source>Load orders (F5)</source>
        <translation>주문 불러오기 (F5)</translation>
    </message>
    <message>
        <source>Progress of loading</source>
        <translation>불러오기 진행률</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>멈추는 중…</translation>
    </message>
    <message>
        <source>Stop loading</source>
        <translation>불러오기 멈춤</translation>
    </message>
    <message>
        <source>Loading orders…</source>
        <translation>주문을 불러오는 중…</translation>
    </message>
    <message>
        <source>Loading orders… {done} of {total} (part {part} of {parts})</source>
        <translation>주문을 불러오는 중… {total}건 중 {done}건 ({parts}구간 중 {part})</translation>
    </message>
    <message>
        <source>Loading orders… {done} of {total}</source>
        <translation>주문을 불러오는 중… {total}건 중 {done}건</translation>
    </message>
    <message>
        <source>Offline, and no orders were loaded yet</source>
        <translation>오프라인 · 아직 불러온 주문이 없습니다</translation>
    </message>
    <message>
        <source>No orders were loaded yet</source>
        <translation>아직 불러온 주문이 없습니다</translation>
    </message>
    <message>
        <source>Up to date {time}</source>
        <translation>{time} 기준 최신</translation>
    </message>
    <message>
        <source>Offline, showing what was saved {time}</source>
        <translation>오프라인 · {time}에 저장된 내용입니다</translation>
    </message>
    <message>
        <source>Not loaded, showing what was saved {time}</source>
        <translation>불러오지 못함 · {time}에 저장된 내용입니다</translation>
    </message>
    <message>
        <source>Loading was stopped. What was loaded until then is in the list.</source>
        <translation>불러오기를 멈췄습니다. 그때까지 불러온 주문은 목록에 있습니다.</translation>
    </message>
    <message>
        <source>{count} records could not be read and are not in the list (first: {payment}, {problem}).</source>
        <translation>{count}건은 읽을 수 없어 목록에 없습니다 (첫 번째: {payment}, {problem}).</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Refunds of this order</source>
        <translation>이 주문의 환불 내역</translation>
    </message>
    <message>
        <source>No refunds yet.</source>
        <translation>아직 환불이 없습니다.</translation>
    </message>
    <message>
        <source>× No longer in PortOne&apos;s record</source>
        <translation>× 포트원 기록에 더 이상 없음</translation>
    </message>
    <message>
        <source>seen {time}</source>
        <translation>{time}에 발견</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>This API address is not allowed</source>
        <translation>사용할 수 없는 API 주소입니다</translation>
    </message>
    <message>
        <source>Use an https address, or http on this computer only.</source>
        <translation>https 주소를 쓰세요. http는 이 컴퓨터에서만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>This computer has no place to keep the keys</source>
        <translation>이 컴퓨터에는 키를 보관할 곳이 없습니다</translation>
    </message>
    <message>
        <source>The keys work until the program is closed and must be entered again next time. To keep them, install a keyring (on Linux: gnome-keyring or KWallet) and sign in again.</source>
        <translation>프로그램을 닫을 때까지는 키를 쓸 수 있지만 다음에 다시 입력해야 합니다. 계속 보관하려면 키링(리눅스: gnome-keyring 또는 KWallet)을 설치하고 다시 로그인하세요.</translation>
    </message>
    <message>
        <source>Please correct what was entered</source>
        <translation>입력한 내용을 고쳐 주세요</translation>
    </message>
    <message>
        <source>Something unexpected happened</source>
        <translation>예상하지 못한 문제가 생겼습니다</translation>
    </message>
    <message>
        <source>Your refunds are safe on disk. You can go on working; if it happens again, close the program and start it anew. What happened was written into the log file.</source>
        <translation>환불 기록은 디스크에 안전하게 저장되어 있습니다. 계속 일하셔도 됩니다. 다시 생기면 프로그램을 닫고 다시 시작하세요. 자세한 내용은 로그 파일에 남겼습니다.</translation>
    </message>
    <message>
        <source>PortOne cannot be reached</source>
        <translation>포트원에 연결할 수 없습니다</translation>
    </message>
    <message>
        <source>Check this computer&apos;s internet connection and try again. Nothing was refunded.</source>
        <translation>인터넷 연결을 확인하고 다시 해 주세요. 환불된 것은 없습니다.</translation>
    </message>
    <message>
        <source>The connection to PortOne is not safe</source>
        <translation>포트원과의 연결이 안전하지 않습니다</translation>
    </message>
    <message>
        <source>Its certificate was not accepted. Check this computer&apos;s date and time; a company or guest network may be reading along. Nothing was refunded.</source>
        <translation>인증서를 확인할 수 없습니다. 컴퓨터의 날짜와 시각을 확인하세요. 회사나 공용 네트워크가 통신을 가로채는 것일 수 있습니다. 환불된 것은 없습니다.</translation>
    </message>
    <message>
        <source>PortOne did not answer in time</source>
        <translation>포트원이 제때 응답하지 않았습니다</translation>
    </message>
    <message>
        <source>Wait a moment and try again. Nothing was refunded.</source>
        <translation>잠시 후 다시 해 주세요. 환불된 것은 없습니다.</translation>
    </message>
    <message>
        <source>No API keys have been entered yet</source>
        <translation>아직 API 키를 입력하지 않았습니다</translation>
    </message>
    <message>
        <source>Enter the shop&apos;s keys in the settings.</source>
        <translation>설정에서 가게의 키를 입력하세요.</translation>
    </message>
    <message>
        <source>PortOne refused the API keys</source>
        <translation>포트원이 API 키를 거절했습니다</translation>
    </message>
    <message>
        <source>Check key and secret in PortOne&apos;s console. It may also allow only listed IP addresses: then add this shop&apos;s address there.</source>
        <translation>포트원 콘솔에서 키와 시크릿을 확인하세요. 허용 IP만 받도록 설정되어 있다면 이 가게의 IP를 추가해야 합니다.</translation>
    </message>
    <message>
        <source>PortOne does not know this payment</source>
        <translation>포트원에 없는 결제입니다</translation>
    </message>
    <message>
        <source>Check that the keys in the settings belong to the shop that took the payment.</source>
        <translation>설정의 키가 이 결제를 받은 가게의 것인지 확인하세요.</translation>
    </message>
    <message>
        <source>PortOne could not answer the question</source>
        <translation>포트원이 요청을 처리하지 못했습니다</translation>
    </message>
    <message>
        <source>Wait a moment and try again. If it stays so, tell PortOne the words below.</source>
        <translation>잠시 후 다시 해 주세요. 계속되면 아래 문구를 포트원에 알려 주세요.</translation>
    </message>
    <message>
        <source>The answer could not be understood</source>
        <translation>응답을 이해할 수 없습니다</translation>
    </message>
    <message>
        <source>Something between this computer and PortOne may be answering instead, such as the sign-in page of a guest network. Check the connection and try again.</source>
        <translation>공용 와이파이 로그인 화면처럼 포트원이 아닌 곳에서 응답했을 수 있습니다. 연결을 확인하고 다시 해 주세요.</translation>
    </message>
    <message>
        <source>PortOne&apos;s answer is incomplete</source>
        <translation>포트원의 응답이 불완전합니다</translation>
    </message>
    <message>
        <source>A field that is needed is missing in it. Nothing was refunded; use PortOne&apos;s console.</source>
        <translation>필요한 항목이 빠져 있습니다. 환불된 것은 없습니다. 포트원 콘솔을 이용하세요.</translation>
    </message>
    <message>
        <source>Another refund of this payment has not ended yet</source>
        <translation>이 결제에는 아직 끝나지 않은 환불이 있습니다</translation>
    </message>
    <message>
        <source>Open it and wait for its result. Nothing was sent now.</source>
        <translation>그 환불을 열어 결과를 기다리세요. 이번에는 아무것도 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>The refundable amount has changed meanwhile</source>
        <translation>그 사이 환불 가능 금액이 바뀌었습니다</translation>
    </message>
    <message>
        <source>Somebody refunded this payment elsewhere. Nothing was sent; look at the new amount.</source>
        <translation>다른 곳에서 이 결제를 환불했습니다. 아무것도 보내지 않았으니 새 금액을 확인하세요.</translation>
    </message>
    <message>
        <source>A text has a character that cannot be sent</source>
        <translation>보낼 수 없는 글자가 있습니다</translation>
    </message>
    <message>
        <source>Type it again. Nothing was sent.</source>
        <translation>다시 입력해 주세요. 아무것도 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>This step is no longer possible</source>
        <translation>이제 할 수 없는 단계입니다</translation>
    </message>
    <message>
        <source>The refund has moved on meanwhile. Look at it again.</source>
        <translation>그 사이 환불 상태가 바뀌었습니다. 다시 확인하세요.</translation>
    </message>
    <message>
        <source>The answer came, but could not be saved yet</source>
        <translation>응답은 왔지만 아직 저장하지 못했습니다</translation>
    </message>
    <message>
        <source>Make room on the disk and leave this program open: saving is tried again by itself. Do not refund this in another way.</source>
        <translation>디스크 공간을 비우고 프로그램을 열어 두세요. 저장은 자동으로 다시 시도합니다. 다른 방법으로 환불하지 마세요.</translation>
    </message>
    <message>
        <source>This payment is blocked: its records do not fit together</source>
        <translation>이 결제는 차단되었습니다. 기록이 서로 맞지 않습니다</translation>
    </message>
    <message>
        <source>Nothing is sent for it any more. See in PortOne&apos;s console what was refunded, and call support with the record number {number}. Refunds of other orders go on.</source>
        <translation>이 결제로는 더 이상 아무것도 보내지 않습니다. 얼마가 환불되었는지 포트원 콘솔에서 확인하고, 기록 번호 {number}을(를) 알려 주면서 고객지원에 문의하세요. 다른 주문은 계속 환불할 수 있습니다.</translation>
    </message>
    <message>
        <source>The program is already running</source>
        <translation>프로그램이 이미 실행 중입니다</translation>
    </message>
    <message>
        <source>Use the window that is already open. Its data can be used by one program at a time.</source>
        <translation>이미 열려 있는 창을 사용하세요. 같은 데이터는 한 번에 한 프로그램만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>The data was written by a newer version of this program</source>
        <translation>더 새로운 버전의 프로그램이 저장한 데이터입니다</translation>
    </message>
    <message>
        <source>Install the newer version. Nothing was changed.</source>
        <translation>새 버전을 설치하세요. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>The data file is damaged</source>
        <translation>데이터 파일이 손상되었습니다</translation>
    </message>
    <message>
        <source>It was left as it is. Copies of each day lie in the folder “backups” beside it; keep the damaged file and ask for help. PortOne&apos;s own record of all refunds is not affected.</source>
        <translation>파일은 그대로 두었습니다. 옆의 “backups” 폴더에 날짜별 사본이 있습니다. 손상된 파일을 보관하고 도움을 요청하세요. 포트원의 환불 기록에는 영향이 없습니다.</translation>
    </message>
    <message>
        <source>The data folder cannot be written</source>
        <translation>데이터 폴더에 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>Give your user the right to write there, or choose another folder with --data-dir.</source>
        <translation>이 폴더에 쓸 수 있는 권한을 주거나 --data-dir로 다른 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>디스크가 가득 찼습니다</translation>
    </message>
    <message>
        <source>Make room on it and try again. What was saved stays as it is.</source>
        <translation>공간을 비우고 다시 해 주세요. 저장된 내용은 그대로 있습니다.</translation>
    </message>
    <message>
        <source>The data is busy</source>
        <translation>데이터를 사용 중입니다</translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation>잠시 후 다시 해 주세요.</translation>
    </message>
    <message>
        <source>These keys belong to another shop</source>
        <translation>다른 가게의 키입니다</translation>
    </message>
    <message>
        <source>They do not see the payments that are stored here, and were not kept. Enter this shop&apos;s keys, or start with another data folder (--data-dir) for the other shop.</source>
        <translation>이 키로는 여기에 저장된 결제가 보이지 않아 저장하지 않았습니다. 이 가게의 키를 입력하거나, 다른 가게라면 다른 데이터 폴더(--data-dir)로 시작하세요.</translation>
    </message>
    <message>
        <source>Enter a reason.</source>
        <translation>사유를 입력하세요.</translation>
    </message>
    <message>
        <source>The reason may have at most {limit} characters.</source>
        <translation>사유는 {limit}자까지 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>There is a character in it that cannot be sent.</source>
        <translation>보낼 수 없는 글자가 들어 있습니다.</translation>
    </message>
    <message>
        <source>The note may have at most {limit} characters.</source>
        <translation>메모는 {limit}자까지 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Enter an amount.</source>
        <translation>금액을 입력하세요.</translation>
    </message>
    <message>
        <source>This is not an amount. Enter digits only.</source>
        <translation>금액이 아닙니다. 숫자만 입력하세요.</translation>
    </message>
    <message>
        <source>This currency has no decimals. Enter a whole amount.</source>
        <translation>소수점 없이 입력하세요.</translation>
    </message>
    <message>
        <source>This currency has at most {limit} digits after the point.</source>
        <translation>소수점 아래 {limit}자리까지 입력할 수 있습니다.</translation>
    </message>
    <message>
        <source>The amount must be more than zero.</source>
        <translation>0보다 큰 금액을 입력하세요.</translation>
    </message>
    <message>
        <source>No payment is as large as this.</source>
        <translation>금액이 너무 큽니다.</translation>
    </message>
    <message>
        <source>At most {amount} can be refunded.</source>
        <translation>최대 {amount}까지 환불할 수 있습니다.</translation>
    </message>
    <message>
        <source>Only the whole amount, {amount}, can be refunded here.</source>
        <translation>전액 {amount}만 환불할 수 있습니다.</translation>
    </message>
    <message>
        <source>The amount is not in the payment&apos;s currency.</source>
        <translation>결제한 통화와 다릅니다.</translation>
    </message>
    <message>
        <source>Enter the customer&apos;s bank account.</source>
        <translation>고객의 환불 계좌를 입력하세요.</translation>
    </message>
    <message>
        <source>This payment goes back the way it came, not to an account.</source>
        <translation>이 결제는 계좌가 아니라 결제한 수단으로 환불됩니다.</translation>
    </message>
    <message>
        <source>Choose the bank.</source>
        <translation>은행을 선택하세요.</translation>
    </message>
    <message>
        <source>A bank code has letters and digits only, at most {limit} of them.</source>
        <translation>은행코드는 영문자와 숫자만, {limit}자까지입니다.</translation>
    </message>
    <message>
        <source>Enter the account number.</source>
        <translation>계좌번호를 입력하세요.</translation>
    </message>
    <message>
        <source>An account number has digits only.</source>
        <translation>계좌번호는 숫자만 입력하세요.</translation>
    </message>
    <message>
        <source>An account number has {least} to {most} digits.</source>
        <translation>계좌번호는 {least}~{most}자리입니다.</translation>
    </message>
    <message>
        <source>The two account numbers are not the same.</source>
        <translation>두 계좌번호가 서로 다릅니다.</translation>
    </message>
    <message>
        <source>Enter the account holder&apos;s name.</source>
        <translation>예금주 이름을 입력하세요.</translation>
    </message>
    <message>
        <source>The account holder&apos;s name may have at most {limit} characters.</source>
        <translation>예금주 이름은 {limit}자까지입니다.</translation>
    </message>
    <message>
        <source>The customer&apos;s phone number has {least} to {most} digits.</source>
        <translation>고객 전화번호는 {least}~{most}자리입니다.</translation>
    </message>
    <message>
        <source>This cannot be used.</source>
        <translation>사용할 수 없는 값입니다.</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>보내지 않음</translation>
    </message>
    <message>
        <source>Refunding</source>
        <translation>환불 중</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>확인 중</translation>
    </message>
    <message>
        <source>Waiting for the PG</source>
        <translation>처리 대기</translation>
    </message>
    <message>
        <source>Needs review</source>
        <translation>검토 필요</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>환불 완료</translation>
    </message>
    <message>
        <source>Reversed</source>
        <translation>되돌려짐</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>거절됨</translation>
    </message>
    <message>
        <source>Not executed</source>
        <translation>실행되지 않음</translation>
    </message>
    <message>
        <source>Changed meanwhile</source>
        <translation>그 사이 변경됨</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>결제완료</translation>
    </message>
    <message>
        <source>Partly refunded</source>
        <translation>일부 환불</translation>
    </message>
    <message>
        <source>Fully refunded</source>
        <translation>전액 환불</translation>
    </message>
    <message>
        <source>Closed unpaid</source>
        <translation>미결제 종료</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>기타</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>카드</translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <translation>계좌이체</translation>
    </message>
    <message>
        <source>Virtual account</source>
        <translation>가상계좌</translation>
    </message>
    <message>
        <source>Unpaid</source>
        <translation>입금 대기</translation>
    </message>
    <message>
        <source>Not sent, checking</source>
        <translation>보내지 않음 · 확인 중</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>휴대폰</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>포인트</translation>
    </message>
    <message>
        <source>Gift voucher</source>
        <translation>상품권</translation>
    </message>
    <message>
        <source>Unknown method</source>
        <translation>알 수 없는 수단</translation>
    </message>
    <message>
        <source>KG Inicis</source>
        <translation>KG이니시스</translation>
    </message>
    <message>
        <source>NHN KCP</source>
        <translation>NHN KCP</translation>
    </message>
    <message>
        <source>Toss Payments</source>
        <translation>토스페이먼츠</translation>
    </message>
    <message>
        <source>NICE Payments</source>
        <translation>나이스페이먼츠</translation>
    </message>
    <message>
        <source>KICC</source>
        <translation>KICC</translation>
    </message>
    <message>
        <source>Danal</source>
        <translation>다날</translation>
    </message>
    <message>
        <source>KG Financial</source>
        <translation>KG파이낸셜</translation>
    </message>
    <message>
        <source>Kiwoom Pay</source>
        <translation>키움페이</translation>
    </message>
    <message>
        <source>Smartro</source>
        <translation>스마트로</translation>
    </message>
    <message>
        <source>Hecto Financial</source>
        <translation>헥토파이낸셜</translation>
    </message>
    <message>
        <source>KSNET</source>
        <translation>KSNET</translation>
    </message>
    <message>
        <source>Galaxia</source>
        <translation>갤럭시아머니트리</translation>
    </message>
    <message>
        <source>Welcome Payments</source>
        <translation>웰컴페이먼츠</translation>
    </message>
    <message>
        <source>Eximbay</source>
        <translation>엑심베이</translation>
    </message>
    <message>
        <source>KakaoPay</source>
        <translation>카카오페이</translation>
    </message>
    <message>
        <source>Naver Pay</source>
        <translation>네이버페이</translation>
    </message>
    <message>
        <source>Toss Pay</source>
        <translation>토스페이</translation>
    </message>
    <message>
        <source>PAYCO</source>
        <translation>페이코</translation>
    </message>
    <message>
        <source>Samsung Pay</source>
        <translation>삼성페이</translation>
    </message>
    <message>
        <source>Apple Pay</source>
        <translation>애플페이</translation>
    </message>
    <message>
        <source>SSG Pay</source>
        <translation>SSG페이</translation>
    </message>
    <message>
        <source>L.PAY</source>
        <translation>L.PAY</translation>
    </message>
    <message>
        <source>Smile Pay</source>
        <translation>스마일페이</translation>
    </message>
    <message>
        <source>PayPal</source>
        <translation>페이팔</translation>
    </message>
    <message>
        <source>Made here</source>
        <translation>이 단말기</translation>
    </message>
    <message>
        <source>Found at PortOne</source>
        <translation>포트원에서 발견</translation>
    </message>
    <message>
        <source>Made at another terminal</source>
        <translation>다른 단말기에서 환불</translation>
    </message>
    <message>
        <source>Made in PortOne&apos;s console</source>
        <translation>포트원 콘솔에서 환불</translation>
    </message>
    <message>
        <source>Made elsewhere</source>
        <translation>다른 곳에서 환불</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>Answered: done</source>
        <translation>응답: 처리됨</translation>
    </message>
    <message>
        <source>Answered: refused</source>
        <translation>응답: 거절됨</translation>
    </message>
    <message>
        <source>Keys refused, nothing done</source>
        <translation>키 거절, 처리되지 않음</translation>
    </message>
    <message>
        <source>No clear answer</source>
        <translation>확실한 응답 없음</translation>
    </message>
    <message>
        <source>The program ended meanwhile</source>
        <translation>그 사이 프로그램이 종료됨</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>확인함</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>보냄</translation>
    </message>
    <message>
        <source>PortOne answered</source>
        <translation>포트원이 응답함</translation>
    </message>
    <message>
        <source>The program started again</source>
        <translation>프로그램이 다시 시작됨</translation>
    </message>
    <message>
        <source>PortOne&apos;s record was read</source>
        <translation>포트원 기록을 읽음</translation>
    </message>
    <message>
        <source>A person decided</source>
        <translation>사람이 결정함</translation>
    </message>
    <message>
        <source>This refund&apos;s tag stands in PortOne&apos;s record.</source>
        <translation>이 환불의 태그가 포트원 기록에 있습니다.</translation>
    </message>
    <message>
        <source>PortOne&apos;s record has exactly this amount more.</source>
        <translation>포트원 기록에 정확히 이 금액만큼 늘었습니다.</translation>
    </message>
    <message>
        <source>This PG answers before it acts.</source>
        <translation>이 PG사는 처리하기 전에 먼저 응답합니다.</translation>
    </message>
    <message>
        <source>The answer was about another payment.</source>
        <translation>다른 결제에 대한 응답이 왔습니다.</translation>
    </message>
    <message>
        <source>PortOne&apos;s record shows another amount.</source>
        <translation>포트원 기록의 금액이 다릅니다.</translation>
    </message>
    <message>
        <source>PortOne said yes, and nothing has changed in its record.</source>
        <translation>포트원이 성공이라고 했지만 기록은 바뀌지 않았습니다.</translation>
    </message>
    <message>
        <source>A refund of the same amount may be this one or another.</source>
        <translation>같은 금액의 환불이 있는데 이 환불인지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The amount has changed, and the record does not say how.</source>
        <translation>금액이 바뀌었는데 기록에 이유가 없습니다.</translation>
    </message>
    <message>
        <source>The payment was refunded elsewhere meanwhile.</source>
        <translation>그 사이 다른 곳에서 환불되었습니다.</translation>
    </message>
    <message>
        <source>PortOne or the PG refused it.</source>
        <translation>포트원 또는 PG사가 거절했습니다.</translation>
    </message>
    <message>
        <source>The refusal does not prove that nothing was done.</source>
        <translation>거절 문구만으로는 환불되지 않았다고 확신할 수 없습니다.</translation>
    </message>
    <message>
        <source>No connection was made: nothing was sent.</source>
        <translation>연결되지 않아 아무것도 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>The API keys were refused: nothing was done.</source>
        <translation>API 키가 거절되어 아무것도 처리되지 않았습니다.</translation>
    </message>
    <message>
        <source>No clear answer came.</source>
        <translation>확실한 응답이 오지 않았습니다.</translation>
    </message>
    <message>
        <source>Two readings after the waiting time show nothing.</source>
        <translation>대기 시간이 지난 뒤 두 번 읽었지만 환불 기록이 없습니다.</translation>
    </message>
    <message>
        <source>The program ended while it was being sent.</source>
        <translation>보내는 중에 프로그램이 종료되었습니다.</translation>
    </message>
    <message>
        <source>A person gave it up before it was sent.</source>
        <translation>보내기 전에 그만두었습니다.</translation>
    </message>
    <message>
        <source>It is not in PortOne&apos;s record after the PG&apos;s usual business days.</source>
        <translation>PG사의 통상 처리 기간이 지났는데 포트원 기록에 없습니다.</translation>
    </message>
    <message>
        <source>90 days of reading did not decide it.</source>
        <translation>90일 동안 기록을 읽었지만 결과를 알 수 없습니다.</translation>
    </message>
    <message>
        <source>PortOne&apos;s record no longer shows this refund.</source>
        <translation>포트원 기록에서 이 환불이 사라졌습니다.</translation>
    </message>
    <message>
        <source>PortOne&apos;s record shows this refund again.</source>
        <translation>포트원 기록에 이 환불이 다시 나타났습니다.</translation>
    </message>
    <message>
        <source>The customer has confirmed the money.</source>
        <translation>고객이 입금을 확인했습니다.</translation>
    </message>
    <message>
        <source>A person decided it.</source>
        <translation>사람이 결정했습니다.</translation>
    </message>
    <message>
        <source>The money goes back the way it came. A card company may take three to five business days to show it.</source>
        <translation>결제한 수단으로 환불됩니다. 카드사에 따라 3~5영업일이 걸릴 수 있습니다.</translation>
    </message>
    <message>
        <source>The PG pays it into the customer&apos;s bank account, usually on the next business day.</source>
        <translation>PG사가 고객 계좌로 보통 다음 영업일에 입금합니다.</translation>
    </message>
    <message>
        <source>This PG pays refunds by hand or once a week: it can take more than a week.</source>
        <translation>이 PG사는 수작업 또는 주 1회 입금하므로 일주일 넘게 걸릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Refund successful</source>
        <translation>환불되었습니다</translation>
    </message>
    <message>
        <source>Refund accepted, paid on the next business day</source>
        <translation>환불 접수 · 다음 영업일 입금 예정</translation>
    </message>
    <message>
        <source>Refund accepted, paid later by the PG</source>
        <translation>환불 접수 · PG사가 나중에 입금</translation>
    </message>
    <message>
        <source>No record says whether it has arrived: ask the customer, and the PG if it has not.</source>
        <translation>실제로 입금되었는지는 기록에 나오지 않습니다. 고객에게 확인하고, 입금되지 않았으면 PG사에 문의하세요.</translation>
    </message>
    <message>
        <source>Refund accepted, was due {day}, confirmed by the customer</source>
        <translation>환불 접수 · {day} 입금 예정이었음 · 고객 확인</translation>
    </message>
    <message>
        <source>Refund accepted, was due {day}</source>
        <translation>환불 접수 · {day} 입금 예정이었음</translation>
    </message>
    <message>
        <source>Refund accepted, due {day}</source>
        <translation>환불 접수 · {day} 입금 예정</translation>
    </message>
    <message>
        <source>The PG was due to pay it into the customer&apos;s bank account on {day}.</source>
        <translation>PG사가 {day}에 고객 계좌로 입금할 예정이었습니다.</translation>
    </message>
    <message>
        <source>The PG pays it into the customer&apos;s bank account, due on {day}.</source>
        <translation>PG사가 고객 계좌로 입금합니다. 입금 예정일은 {day}입니다.</translation>
    </message>
    <message>
        <source>The program was closed before this refund was sent. It ends by itself as soon as PortOne&apos;s record can be read. Until then this order takes no other refund.</source>
        <translation>이 환불을 보내기 전에 프로그램이 종료되었습니다. 포트원 기록을 읽는 대로 저절로 정리됩니다. 그때까지 이 주문은 다른 환불을 할 수 없습니다.</translation>
    </message>
    <message>
        <source>Not sent: the API keys were refused. Nothing happened.</source>
        <translation>보내지 않음: API 키가 거절되었습니다. 환불된 것은 없습니다.</translation>
    </message>
    <message>
        <source>Check the keys in the settings, then try again.</source>
        <translation>설정에서 키를 확인한 뒤 다시 보내세요.</translation>
    </message>
    <message>
        <source>Not sent. Nothing happened.</source>
        <translation>보내지 않았습니다. 환불된 것은 없습니다.</translation>
    </message>
    <message>
        <source>No money was moved. Try again, or close this to give the refund up.</source>
        <translation>돈은 나가지 않았습니다. 다시 보내거나, 창을 닫아 이 환불을 그만두세요.</translation>
    </message>
    <message>
        <source>Refunding…</source>
        <translation>환불 중…</translation>
    </message>
    <message>
        <source>Do not refund this in another way.</source>
        <translation>다른 방법으로 환불하지 마세요.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>확인 중…</translation>
    </message>
    <message>
        <source>It is not known yet whether the refund was made. The program reads PortOne&apos;s record until it is clear. Do not refund this in another way.</source>
        <translation>환불되었는지 아직 알 수 없습니다. 확실해질 때까지 프로그램이 포트원 기록을 읽습니다. 다른 방법으로 환불하지 마세요.</translation>
    </message>
    <message>
        <source>Accepted. Waiting for the PG</source>
        <translation>접수됨 · PG사 처리 대기</translation>
    </message>
    <message>
        <source>This PG carries refunds out later. The program shows it as soon as it is in PortOne&apos;s record. Do not refund this in another way.</source>
        <translation>이 PG사는 환불을 나중에 처리합니다. 포트원 기록에 나타나는 대로 알려 드립니다. 다른 방법으로 환불하지 마세요.</translation>
    </message>
    <message>
        <source>PortOne&apos;s record has a refund of the same amount that may be this one or somebody else&apos;s. Look into the PG&apos;s own console before anything else, then write down what you found.</source>
        <translation>포트원 기록에 같은 금액의 환불이 있지만, 이 환불인지 다른 사람이 한 것인지 알 수 없습니다. 먼저 PG사 관리자 화면에서 확인한 뒤 결과를 적어 주세요.</translation>
    </message>
    <message>
        <source>PortOne&apos;s answer does not fit what was asked for. Look into the PG&apos;s own console, then write down what you found.</source>
        <translation>포트원의 응답이 요청한 내용과 다릅니다. PG사 관리자 화면에서 확인한 뒤 결과를 적어 주세요.</translation>
    </message>
    <message>
        <source>The PG accepted it, and after its usual business days it is still not in PortOne&apos;s record. Ask the PG, or look into its own console, then write down what you found.</source>
        <translation>PG사가 접수했지만 통상 처리 기간이 지나도 포트원 기록에 없습니다. PG사에 문의하거나 PG사 관리자 화면에서 확인한 뒤, 확인한 내용을 적어 주세요.</translation>
    </message>
    <message>
        <source>PortOne&apos;s record was read for 90 days and did not say whether the refund was made. Ask the PG, then write down what you found.</source>
        <translation>90일 동안 포트원 기록을 읽었지만 환불되었는지 알 수 없습니다. PG사에 문의한 뒤, 확인한 내용을 적어 주세요.</translation>
    </message>
    <message>
        <source>PortOne&apos;s record does not say whether the refund was made. Look into the PG&apos;s own console first, then write down what you found.</source>
        <translation>포트원 기록만으로는 환불되었는지 알 수 없습니다. 먼저 PG사 관리자 화면에서 확인한 뒤 결과를 적어 주세요.</translation>
    </message>
    <message>
        <source>Refund refused</source>
        <translation>환불이 거절되었습니다</translation>
    </message>
    <message>
        <source>No money was moved. The words below say why; then a new refund can be made.</source>
        <translation>돈은 나가지 않았습니다. 아래 문구에서 이유를 확인한 뒤 새로 환불할 수 있습니다.</translation>
    </message>
    <message>
        <source>Refund not executed</source>
        <translation>환불되지 않았습니다</translation>
    </message>
    <message>
        <source>PortOne&apos;s record was read again and again: no money was moved. Before a new refund, look into the PG&apos;s own console.</source>
        <translation>포트원 기록을 여러 번 읽었지만 돈은 나가지 않았습니다. 새로 환불하기 전에 PG사 관리자 화면에서 확인하세요.</translation>
    </message>
    <message>
        <source>Changed meanwhile. Nothing was refunded here.</source>
        <translation>그 사이 변경되었습니다. 여기서 환불된 것은 없습니다.</translation>
    </message>
    <message>
        <source>Somebody refunded this payment elsewhere. Look at the new amount before a new refund.</source>
        <translation>다른 곳에서 이 결제를 환불했습니다. 새로 환불하기 전에 바뀐 금액을 확인하세요.</translation>
    </message>
    <message>
        <source>Refund reversed</source>
        <translation>환불이 되돌려졌습니다</translation>
    </message>
    <message>
        <source>PortOne&apos;s record no longer shows this refund. Ask the PG before you refund again.</source>
        <translation>포트원 기록에서 이 환불이 사라졌습니다. 다시 환불하기 전에 PG사에 문의하세요.</translation>
    </message>
    <message>
        <source>Refund cancelled. Nothing was sent.</source>
        <translation>환불을 취소했습니다. 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>No money was moved. A new refund can be made.</source>
        <translation>돈은 나가지 않았습니다. 새로 환불할 수 있습니다.</translation>
    </message>
    <message>
        <source>This program cannot refund this currency.</source>
        <translation>이 프로그램에서 환불할 수 없는 통화입니다.</translation>
    </message>
    <message>
        <source>This order has not been paid yet.</source>
        <translation>아직 결제되지 않은 주문입니다.</translation>
    </message>
    <message>
        <source>This order was never paid.</source>
        <translation>결제된 적이 없는 주문입니다.</translation>
    </message>
    <message>
        <source>This order has already been fully refunded.</source>
        <translation>이미 전액 환불된 주문입니다.</translation>
    </message>
    <message>
        <source>Naver Pay orders are refunded in Naver&apos;s own console only.</source>
        <translation>네이버페이 주문형은 네이버페이센터에서만 환불할 수 있습니다.</translation>
    </message>
    <message>
        <source>A payment with a promotion that was refunded in part is refunded in PortOne&apos;s console only.</source>
        <translation>일부 환불된 프로모션 결제는 포트원 콘솔에서만 환불할 수 있습니다.</translation>
    </message>
    <message>
        <source>A phone payment can be refunded in the calendar month of the payment only.</source>
        <translation>휴대폰 결제는 결제한 달에만 환불할 수 있습니다.</translation>
    </message>
    <message>
        <source>The currency is {currency}. Refund it in PortOne&apos;s console.</source>
        <translation>통화가 {currency}입니다. 포트원 콘솔에서 환불하세요.</translation>
    </message>
    <message>
        <source>There is nothing to give back.</source>
        <translation>돌려줄 돈이 없습니다.</translation>
    </message>
    <message>
        <source>The payment failed or was closed: there is nothing to give back.</source>
        <translation>실패했거나 종료된 결제라서 돌려줄 돈이 없습니다.</translation>
    </message>
    <message>
        <source>The timeline of the order shows when and how much.</source>
        <translation>언제 얼마가 환불되었는지는 주문의 환불 내역에 있습니다.</translation>
    </message>
    <message>
        <source>Open the Naver Pay center and refund the order there.</source>
        <translation>네이버페이센터에서 주문을 환불하세요.</translation>
    </message>
    <message>
        <source>Open PortOne&apos;s console and refund the rest there.</source>
        <translation>포트원 콘솔에서 나머지를 환불하세요.</translation>
    </message>
    <message>
        <source>Pay the customer back by bank transfer, and ask the PG if in doubt.</source>
        <translation>고객에게 계좌이체로 돌려주고, 궁금한 점은 PG사에 문의하세요.</translation>
    </message>
</context>
</TS>
